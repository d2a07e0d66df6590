// Names of people and companies that nobody has: put together from lists, so that a demo book reads like a real
// one and concerns nobody. Addresses end in .example, which no mail ever reaches.

import { oneOf, type Telling } from "./life.ts";

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
  "Joao",
  "Kaisa",
  "Lea",
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
  "Zoe",
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
  "Novak",
  "Okafor",
  "Petrov",
  "Quist",
  "Rossi",
  "Sato",
  "Tanaka",
  "Ueda",
  "Vermeer",
  "Weiss",
  "Yilmaz",
  "Zeman",
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
  "Solar",
  "Textiles",
  "Tools",
  "Travel",
  "Wines",
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
] as const;

export interface MadeUpContact {
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
}

/** A contact that no earlier call with the same `taken` gave; `taken` remembers the names. */
export function madeUpContact(telling: Telling, taken: Set<string>): MadeUpContact {
  for (;;) {
    const [first, last] = [oneOf(telling, FIRST), oneOf(telling, LAST)];
    const company = `${oneOf(telling, PLACE)} ${oneOf(telling, TRADE)}`;
    const name = `${first} ${last}`;
    if (taken.has(`${name}, ${company}`)) continue;
    taken.add(`${name}, ${company}`);
    const domain = `${company.toLowerCase().replace(/[^a-z]+/g, "-")}.example`;
    const phone = `+31 20 555 ${String(Math.floor(telling.random.uniform() * 10_000)).padStart(4, "0")}`;
    return { name, company, email: `${first}.${last}@${domain}`.toLowerCase(), phone };
  }
}
