// The layout that most of these tests draw: a small board with one column of every kind.

import type { TabLayout } from "../../../shared/table/layout.ts";

export const dealLayout: TabLayout = {
  key: "deals",
  tab: "Deals",
  hidden: false,
  tabColour: "#3366cc",
  preparedRows: 200,
  columns: [
    {
      key: "stage",
      header: "Stage",
      widthCharacters: 14,
      format: "text",
      others: "refuse",
      dropdown: { kind: "values", values: ["Lead", "Offer", "Won"] },
      note: "Where the deal stands",
      colours: [
        { text: "Won", background: "#c6efce" },
        { text: "Lead", background: "#ffeb9c" },
      ],
    },
    { key: "name", header: "Name", widthCharacters: 24, format: "text" },
    { key: "amount", header: "Amount", widthCharacters: 12, format: "money" },
    { key: "next", header: "Next step on", widthCharacters: 12, format: "day" },
    { key: "at", header: "At", widthCharacters: 8, format: "time" },
    {
      key: "sure",
      header: "Sure",
      widthCharacters: 8,
      format: "text",
      dropdown: { kind: "values", values: ["yes", "no"] },
    },
    { key: "score", header: "Score", widthCharacters: 8, format: "general", derived: true },
    { key: "id", header: "ID", widthCharacters: 18, format: "text", hidden: true },
  ],
};
