// Above each long table a field that keeps the rows that hold every word typed into it. Without JavaScript the table stands whole.
// A library (DataTables, as itables ships it) would be 700 KB of module, which browsers do not load from a folder of files.
"use strict";

const LONG = 15; // rows; fewer are read faster than searched
const UNBROKEN = /^\S{1,24}$|^(\w+ )?[\d-]{10}( to [\d-]{10})?$/; // an id, a day, a period: not to be broken at its hyphens

// Small letters without accents, numbers without commas: "Nangarhar 1500" finds "nangarhār" and "1,500".
const plain = (text) => text.normalize("NFD").replace(/\p{M}|(?<=\d),(?=\d{3})/gu, "").toLowerCase();

function addFilter(table, box, name) {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  if (rows.length <= LONG) return;
  const words = rows.map((row) => plain([...row.cells].map((cell) => cell.textContent).join(" ")));
  const bar = document.createElement("p");
  bar.className = "row-filter";
  bar.innerHTML = '<label>Rows that hold <input type="search" autocomplete="off"></label> <output></output>';
  const [field, count] = [bar.querySelector("input"), bar.querySelector("output")];
  const show = () => {
    const wanted = plain(field.value).split(/\s+/);
    rows.forEach((row, number) => (row.hidden = !wanted.every((word) => words[number].includes(word))));
    count.value = `${rows.filter((row) => !row.hidden).length} of ${rows.length} rows`;
  };
  field.setAttribute("aria-label", `Rows that hold, in: ${name}`);
  field.addEventListener("input", show);
  box.before(bar);
  show();
}

for (const table of document.querySelectorAll(".cell_output table.dataframe")) {
  const [box, name] = [table.parentElement, table.caption?.textContent ?? "table"];
  box.tabIndex = 0; // it scrolls: the keyboard reaches it, under the table's own name
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", name);
  for (const cell of table.querySelectorAll("td")) cell.classList.toggle("unbroken", UNBROKEN.test(cell.textContent));
  addFilter(table, box, name);
}
