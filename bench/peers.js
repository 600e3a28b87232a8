// What SheetJS does with the same files: peers.js read FILE | consolidate FOLDER OUT.
const fs = require("fs");
const path = require("path");
const XLSX = require("xlsx");

function read(file) {
  const book = XLSX.readFile(file, { dense: true });
  return book.SheetNames.reduce((sum, name) => sum + XLSX.utils.sheet_to_json(book.Sheets[name], { header: 1 }).length, 0);
}

function consolidate(folder, out) {
  const rows = [];
  for (const name of fs.readdirSync(folder).sort()) {
    const book = XLSX.readFile(path.join(folder, name));
    for (const sheet of book.SheetNames) rows.push(...XLSX.utils.sheet_to_json(book.Sheets[sheet], { header: 1 }));
  }
  const target = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(target, XLSX.utils.aoa_to_sheet(rows), "all");
  XLSX.writeFile(target, out);
  return rows.length;
}

const [, , what, from, to] = process.argv;
console.log(what === "read" ? read(from) : consolidate(from, to));
