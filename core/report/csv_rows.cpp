#include "core/report/csv_rows.h"

namespace regulars {
namespace {

// Source: OWASP, "CSV Injection": a cell that begins so may be run as a formula by a spreadsheet.
bool runs_as_formula(std::string_view value) {
  if (value.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(value.front()) != std::string_view::npos) return true;
  // The same signs as wide as a Chinese character: U+FF1D, FF0B, FF0D, FF20.
  const std::string_view head = value.substr(0, 3);
  return head == "\xEF\xBC\x9D" || head == "\xEF\xBC\x8B" || head == "\xEF\xBC\x8D" ||
         head == "\xEF\xBC\xA0";
}

}  // namespace

void RowWriter::separate() {
  if (started_) out_ += separator_;
  started_ = true;
}

RowWriter& RowWriter::plain(std::string_view text) {
  separate();
  out_ += text;
  return *this;
}

RowWriter& RowWriter::number(std::int64_t value) { return plain(std::to_string(value)); }

RowWriter& RowWriter::text(std::string_view value) {
  return quoted(value, runs_as_formula(value) ? "'" : "");
}

RowWriter& RowWriter::whole(std::string_view value) { return quoted(value, ""); }

RowWriter& RowWriter::quoted(std::string_view value, std::string_view before) {
  separate();
  if (value.find_first_of(",\"\r\n") == std::string_view::npos &&
      value.find(separator_) == std::string_view::npos) {
    out_ += before;
    out_ += value;
    return *this;
  }
  out_ += '"';
  out_ += before;
  for (const char c : value) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
  return *this;
}

}  // namespace regulars
