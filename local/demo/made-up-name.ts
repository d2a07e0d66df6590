// Names of people and companies that nobody has: put together from lists, so that a demo book reads like a real
// one and concerns nobody. Addresses end in .example, which no mail ever reaches.

import { isLucky, oneOf, type Telling, wholeNumber } from "./telling.ts";

const FIRST = [
  "Ada",
  "Amir",
  "Beatriz",
  "Bram",
  "Chiara",
  "Dawit",
  "Elif",
  "Emil",
  "Farah",
  "Greta",
  "Hana",
  "Ivo",
  "Jamal",
  "João",
  "Kaisa",
  "Léa",
  "Luca",
  "Maren",
  "Mei",
  "Nadia",
  "Noor",
  "Olek",
  "Priya",
  "Ravi",
  "Rosa",
  "Sami",
  "Sofie",
  "Tariq",
  "Yuki",
  "Zoë",
  "Åsa",
  "Björn",
  "Çağla",
  "Dorota",
  "Esteban",
  "Fatou",
  "Gustav",
  "Hiro",
  "Íris",
  "Jürgen",
  "Kofi",
  "Lucía",
  "Małgorzata",
  "Niamh",
  "Øystein",
  "Paolo",
  "Quentin",
  "Renée",
  "Søren",
  "Thư",
  "Umut",
  "Valérie",
  "Wim",
  "Xenia",
  "Yara",
  "Željko",
] as const;
const LAST = [
  "Abreu",
  "Baker",
  "Castell",
  "Dahl",
  "Eriksen",
  "Fontana",
  "Gruber",
  "Haddad",
  "Ilves",
  "Jansen",
  "Kowal",
  "Lindqvist",
  "Moreau",
  "Novák",
  "Okafor",
  "Petrov",
  "Quist",
  "Rossi",
  "Sato",
  "Tanaka",
  "Ueda",
  "Vermeer",
  "Weiss",
  "Yılmaz",
  "Zeman",
  "Ångström",
  "Brâncuș",
  "Čapek",
  "Dvořák",
  "Eßer",
  "Fuentes",
  "García",
  "Horváth",
  "Ibáñez",
  "Jørgensen",
  "Kovačić",
  "Łukasik",
  "Muñoz",
  "Nguyễn",
  "Öberg",
  "Pérez",
  "Račić",
  "Şahin",
  "Tkachenko",
  "Ursu",
  "Võ",
  "Wójcik",
  "Ziółkowski",
] as const;
const TRADE = [
  "Bakery",
  "Bikes",
  "Brewing",
  "Ceramics",
  "Clinic",
  "Coffee",
  "Dental",
  "Design",
  "Films",
  "Foods",
  "Gardens",
  "Glass",
  "Logistics",
  "Optics",
  "Paper",
  "Print",
  "Robotics",
  "Schools",
  "Textiles",
  "Tools",
  "Travel",
  "Wines",
  "Boats",
  "Books",
  "Cheese",
  "Cosmetics",
  "Furniture",
  "Hotels",
  "Instruments",
  "Lighting",
  "Metalwork",
  "Nurseries",
  "Pharmacy",
  "Roofing",
  "Spices",
  "Apparel",
  "Batteries",
  "Canvas",
  "Dairy",
  "Elevators",
  "Fisheries",
  "Guitars",
  "Herbs",
  "Interiors",
  "Joinery",
  "Kayaks",
  "Linen",
  "Machines",
  "Nuts",
  "Orchids",
] as const;
const PLACE = [
  "Alder",
  "Birch",
  "Canal",
  "Delta",
  "East Quay",
  "Fjord",
  "Granite",
  "Harbour",
  "Island",
  "Juniper",
  "Kestrel",
  "Linden",
  "Meadow",
  "North Pier",
  "Orchard",
  "Pine",
  "Quarry",
  "River",
  "Summit",
  "Tower",
  "Valley",
  "Willow",
  "Älvdal",
  "Beaulieu",
  "Coruña",
  "Dune",
  "Écluse",
  "Fähre",
  "Gdynia",
  "Heron",
  "İnci",
  "Jönköping",
  "Köprü",
  "Lagoon",
  "Møller",
] as const;
// Names that are written without spaces, from the right, or in other letters, with the address that goes with each.
const ABROAD = [
  { name: "王小明", mailbox: "wang.xiaoming" },
  { name: "李静怡", mailbox: "li.jingyi" },
  { name: "陈伟", mailbox: "chen.wei" },
  { name: "ليلى الحداد", mailbox: "layla.alhaddad" },
  { name: "يوسف منصور", mailbox: "youssef.mansour" },
  { name: "نور الدين", mailbox: "nour.eddin" },
  { name: "Ελένη Παππά", mailbox: "eleni.pappa" },
  { name: "Оксана Мельник", mailbox: "oksana.melnyk" },
  { name: "佐藤 花子", mailbox: "sato.hanako" },
  { name: "김민서", mailbox: "kim.minseo" },
] as const;
const ABROAD_CHANCE = 0.03;
const TRIES = 100;

export interface MadeUpContact {
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
}

/** A contact whose name and company no earlier call with the same `taken` gave; `taken` remembers them. */
export function madeUpContact(telling: Telling, taken: Set<string>): MadeUpContact {
  const company = fresh(taken, () => `${oneOf(telling, PLACE)} ${oneOf(telling, TRADE)}`);
  const { name, mailbox } = madeUpPerson(telling, taken);
  const phone = `+31 20 555 ${String(wholeNumber(telling, 0, 9999)).padStart(4, "0")}`;
  return { name, company, email: `${mailbox}@${plainLetters(company)}.example`, phone };
}

function madeUpPerson(
  telling: Telling,
  taken: Set<string>,
): { readonly name: string; readonly mailbox: string } {
  const abroad = isLucky(telling, ABROAD_CHANCE) ? ABROAD.find(({ name }) => !taken.has(name)) : undefined;
  if (abroad !== undefined) {
    taken.add(abroad.name);
    return abroad;
  }
  const name = fresh(taken, () => `${oneOf(telling, FIRST)} ${oneOf(telling, LAST)}`);
  return { name, mailbox: plainLetters(name).replaceAll("-", ".") };
}

// Numbered where the words have run out.
function fresh(taken: Set<string>, draw: () => string): string {
  for (let count = 1; ; count++) {
    const text = count < TRIES ? draw() : `${draw()} ${count}`;
    if (taken.has(text)) continue;
    taken.add(text);
    return text;
  }
}

const LETTERS: Readonly<Record<string, string>> = { ł: "l", ø: "o", ß: "ss", ı: "i" };

// As an address writes it: small, without marks.
function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[łøßı]/g, (letter) => LETTERS[letter] ?? "")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z]+/g, "-");
}
