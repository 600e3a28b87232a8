// A few hundred copies of a sample, damaged as text extraction damages: whatever becomes of the rows, no character may
// get lost and nothing may be made up.
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "parsers/form/header.hpp"
#include "parsers/form/page_lines.hpp"
#include "parsers/form/row_stream.hpp"
#include "tests/parsers/form_reading.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers {
namespace {

constexpr const char* kSample = TORIMATOME_SOURCE_DIR "/samples/令和4年度/資料1.txt";
constexpr unsigned kSeed = 20221120;
constexpr int kRounds = 200;
constexpr int kMostDamages = 12;  // in one copy

using Lines = std::vector<std::string>;

Lines split(const std::string& text, char separator) {
    Lines parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    if (text.empty() || text.back() == separator) parts.emplace_back();
    return parts;
}

std::string join(const Lines& parts, char separator) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i > 0 ? std::string(1, separator) : "") + parts[i];
    return text;
}

class Damage {
  public:
    explicit Damage(unsigned seed) : random_(seed) {}

    Lines damaged(Lines lines) {
        const std::size_t count = below(kMostDamages) + 1;
        for (std::size_t i = 0; i < count; ++i) damage_once(lines);
        return lines;
    }

  private:
    // Not std::uniform_int_distribution, whose numbers differ from library to library.
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

    void damage_once(Lines& lines) {
        const std::size_t at = below(lines.size());
        Lines cells = split(lines[at], '\t');
        const std::size_t cell = below(cells.size());
        const auto place = cells.begin() + static_cast<std::ptrdiff_t>(cell);
        switch (below(9)) {
            case 0: cells.erase(place); break;       // a cell lost
            case 1: cells.insert(place, ""); break;  // a tab doubled
            case 2: std::swap(*place, cells[below(cells.size())]); break;
            case 3: place->clear(); break;
            case 4: *place = cut(*place, below(place->size() + 1)) + "</p>"; break;
            case 5: *place = "<p>" + *place + "<ul"; break;  // tags broken
            case 6: std::swap(lines[at], lines[below(lines.size())]); return;
            case 7: lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at)); return;
            case 8: {  // a line torn in two
                const std::string head = cut(lines[at], below(lines[at].size() + 1));
                const std::string tail = lines[at].substr(head.size());
                lines[at] = head;
                lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1, tail);
                return;
            }
            default: break;
        }
        lines[at] = join(cells, '\t');
    }

    // The text up to `length`, without half a character at its end.
    static std::string cut(const std::string& text, std::size_t length) {
        while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
        return text.substr(0, length);
    }

    std::mt19937 random_;
};

std::string without_spaces(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        if (!text::is_space(c.value)) result += text.substr(at, c.length);
        at += c.length;
    }
    return result;
}

// What the document says of a line: its own fields and unplaced texts, by line.
std::map<int, std::string> placed_by_line(const Document& document) {
    std::map<int, std::string> texts;
    for (const Record& record : document.records) {
        for (const auto& [id, field] : record.fields) {
            if (!field.inherited) texts[record.source.line] += without_spaces(field.text) + "\n";
        }
    }
    for (const LooseText& text : document.unplaced) texts[text.source.line] += without_spaces(text.text) + "\n";
    return texts;
}

std::string headings_of(const Document& document) {
    std::string headings = without_spaces(document.title) + "\n" + without_spaces(document.label) + "\n";
    for (const Section& section : document.sections) {
        headings += section.number + without_spaces(section.title) + "\n";
        for (const SectionItem& item : section.items) headings += without_spaces(item.mark + item.title) + "\n";
    }
    for (const Finding& finding : document.findings) headings += without_spaces(finding.message) + "\n";
    return headings;
}

// Whether `needle` is made of pieces of `text`, in order of the needle: a cell of marks and prose was taken apart.
bool made_of_pieces(std::string needle, const std::string& text) {
    while (!needle.empty()) {
        std::size_t length = needle.size();
        while (length > 0 && text.find(needle.substr(0, length)) == std::string::npos) --length;
        if (length == 0) return false;
        needle.erase(0, length);
    }
    return true;
}

class Account {
  public:
    Account(const TableSet& tables, const Document& document)
        : lines_(shipped_form(document.form)),
          header_(shipped_form(document.form)),
          title_(document.title),
          placed_(placed_by_line(document)),
          headings_(headings_of(document)) {
        const auto rows = stream_rows(tables, HiddenCells::exclude);
        for (std::size_t i = 0; i < rows.size(); ++i) check(rows, i);
    }

    const std::string& lost() const { return lost_; }

  private:
    void check(const std::vector<StreamRow>& rows, std::size_t i) {
        const StreamRow& row = rows[i];
        if (row.loose) return check_text(row.loose->text, row.loose->source.line);
        if (const auto header = header_.find(rows, i)) header_end_ = i + static_cast<std::size_t>(header->rows);
        if (i < header_end_) return;
        for (const RowCell& cell : row.cells) check_text(cell.cell->text(), position_of(*row.table, *cell.cell).line);
    }

    void check_text(const std::string& text, int line) {
        const std::string wanted = without_spaces(text);
        if (wanted.empty() || made_of_pieces(wanted, placed_[line])) return;
        for (const std::string& part : split(text, '\n')) {
            if (part.empty() || is_heading(part) || made_of_pieces(without_spaces(part), placed_[line])) continue;
            lost_ += std::to_string(line) + ": " + part + "\n";
        }
    }

    bool is_heading(const std::string& line) const {
        if (lines_.classify(line, true, title_).kind != LineKind::unknown) return true;
        return headings_.find(without_spaces(line)) != std::string::npos;
    }

    PageLines lines_;
    HeaderFinder header_;
    std::string title_;
    std::map<int, std::string> placed_;
    std::string headings_;
    std::string lost_;
    std::size_t header_end_ = 0;
};

std::string sample() {
    std::ifstream stream(kSample, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

TEST(DamagedText, LosesNoCharacterAndCrashesNothing) {
    const Lines original = split(sample(), '\n');
    ASSERT_GT(original.size(), 100U) << kSample;
    Damage damage(kSeed);
    for (int round = 0; round < kRounds; ++round) {
        const std::string text = join(damage.damaged(original), '\n');
        const TableSet tables = read_extracted_text({"資料1.txt", text}, {});
        const BuiltDocument built = build_document_with_ledger(tables, shipped_mappings(), {});
        const Ledger& ledger = built.ledger;
        ASSERT_TRUE(ledger.balanced()) << "round " << round << ": " << ledger.total << " = " << ledger.records << " + "
                                       << ledger.headings << " + " << ledger.furniture << " + " << ledger.unplaced;
        ASSERT_EQ(Account(tables, built.document).lost(), "") << "round " << round;
    }
}

// One damage of a kind that leaves traces: what it did to a record is told. (A row without a mark that is gone, or two
// such rows that changed places, leave a document that nobody can tell from a sound one.)
class TellableDamage {
  public:
    TellableDamage(Lines lines, const Document& document) : lines_(std::move(lines)), random_(kSeed) {
        for (const Record& record : document.records) {
            const bool starts = !record.find("item")->inherited;
            (starts ? starting_ : going_on_).push_back(static_cast<std::size_t>(record.source.line) - 1);
        }
    }

    struct Copy {
        Lines lines;
        std::vector<int> origins;  // by line: that of the original, 1-based; 0 for a doubled one
        std::string what;
    };

    Copy next() {
        Copy copy{lines_, {}, {}};
        for (std::size_t i = 0; i < lines_.size(); ++i) copy.origins.push_back(static_cast<int>(i) + 1);
        const std::size_t kind = random_() % 5;
        const std::size_t at = kind == 4 ? one_of(starting_) : random_() % 2 ? one_of(starting_) : one_of(going_on_);
        const auto offset = static_cast<std::ptrdiff_t>(at);
        Lines cells = split(lines_[at], '\t');
        std::size_t cell = random_() % (cells.size() - 1);
        while (cells[cell].empty()) cell = (cell + 1) % (cells.size() - 1);
        copy.what = "line " + std::to_string(at + 1) + ", cell " + std::to_string(cell + 1) + ": ";
        switch (kind) {
            case 0:
                copy.what += "cell lost";
                cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(cell));
                break;
            case 1:
                copy.what += "tab lost";
                cells[cell] += cells[cell + 1];
                cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(cell) + 1);
                break;
            case 2:
                copy.what += "bracket lost";
                cells[cell] += "【再掲";
                break;
            case 3:
                copy.what += "row doubled";
                copy.lines.insert(copy.lines.begin() + offset, lines_[at]);
                copy.origins.insert(copy.origins.begin() + offset + 1, 0);
                return copy;
            default:
                copy.what += "marked row lost";
                copy.lines.erase(copy.lines.begin() + offset);
                copy.origins.erase(copy.origins.begin() + offset);
                return copy;
        }
        copy.lines[at] = join(cells, '\t');
        return copy;
    }

  private:
    std::size_t one_of(const std::vector<std::size_t>& lines) { return lines[random_() % lines.size()]; }

    Lines lines_;
    std::vector<std::size_t> starting_;  // rows with a mark of their own
    std::vector<std::size_t> going_on_;
    std::mt19937 random_;
};

std::string texts_of(const Record& record) {
    std::string texts = record.section;
    for (const auto& [id, field] : record.fields) {
        texts += "\n" + id + (field.reprinted ? " (again): " : ": ") + without_spaces(field.text);
    }
    return texts;
}

TEST(DamagedText, ChangesNoRecordWithoutSayingSo) {
    const Lines original = split(sample(), '\n');
    const Document sound = build_text(join(original, '\n')).document;
    std::map<int, std::string> wanted;
    for (const Record& record : sound.records) wanted[record.source.line] = texts_of(record);
    TellableDamage damage(original, sound);
    for (int round = 0; round < kRounds / 2; ++round) {
        const TellableDamage::Copy copy = damage.next();
        const Document document = build_text(join(copy.lines, '\n')).document;
        std::set<std::string> doubted;
        for (const Finding& finding : document.findings) {
            if (finding.severity != Severity::note) doubted.insert(finding.record);
        }
        for (const Record& record : document.records) {
            const int origin = copy.origins[static_cast<std::size_t>(record.source.line) - 1];
            const auto found = wanted.find(origin);
            const bool same = found != wanted.end() && found->second == texts_of(record);
            EXPECT_TRUE(same || doubted.contains(record.id)) << "round " << round << ", " << copy.what << "\n"
                                                             << record.id << " " << texts_of(record);
        }
    }
}

// Half a character, a byte of another encoding, control characters: bytes of any kind are read or refused.
TEST(DamagedText, OfBrokenBytesIsReadOrRefused) {
    const std::string original = sample();
    std::mt19937 random(kSeed);
    for (int round = 0; round < kRounds / 3; ++round) {
        std::string text = original.substr(0, random() % original.size());
        for (int i = 0; i < 3 && !text.empty(); ++i) text[random() % text.size()] = static_cast<char>(random() % 256);
        try {
            const TableSet tables = read_extracted_text({"資料1.txt", text}, {});
            EXPECT_TRUE(build_document_with_ledger(tables, shipped_mappings(), {}).ledger.balanced()) << round;
        } catch (const Error& error) {
            EXPECT_FALSE(error.finding().message.empty());
        }
    }
}

}  // namespace
}  // namespace torimatome::parsers
