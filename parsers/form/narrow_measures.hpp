// Measures of the lines in a narrow-column document: how far apart its lines usually stand and how full they are.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "parsers/form/narrow_items.hpp"

namespace torimatome::parsers {

/// A line of an item's name or text, and how it stands to the one above. Points into the items.
struct PlacedLine {
    const BodyLine* line = nullptr;
    std::size_t item = 0;  ///< index of the item
    bool name = false;     ///< a line of the item's name, not of its text
    bool opens_section = false;
    bool goes_on = false;  ///< within the sentence or name of the line above
};

/// The lines of all items, each name's before its text's.
std::vector<PlacedLine> place_lines(const std::vector<NarrowItem>& items);

/// Distances between lines: which are usual between a name's lines, a text's lines, and from one to the other.
class Distances {
  public:
    explicit Distances(const std::vector<PlacedLine>& lines);

    /// Whether the distance of `line` from `above` is none that others of its kind have.
    bool odd(const PlacedLine& above, const PlacedLine& line) const;

  private:
    std::map<int, std::map<int, int>> seen_;  // by kind of the two lines, then by distance
};

/// How full a column's lines are: whether a line ends although the start of the next would have had room in it. Widths
/// are in half-width characters. Lines are of two kinds, because indented ones have less room.
class Fullness {
  public:
    enum Kind { usual, other };

    /// A line that the next one goes on with; `mark_width` is that of a mark beside it.
    void add(Kind kind, const std::string& line, const std::string& next, int mark_width);

    /// Takes the measure of the lines so far.
    void settle();

    int full(Kind kind) const { return full_[kind]; }
    bool too_short(Kind kind, const std::string& line, const std::string& next, int mark_width) const;

  private:
    struct Sample {
        Kind kind;
        int width;
        int unit;  // width of what the next line starts with
    };
    int full_width(const Kind* only) const;

    static constexpr int kMostRoom = 8;
    std::vector<Sample> samples_;
    std::array<int, 2> full_{};
    int room_ = kMostRoom;
};

/// Whether the paragraphs of a document end with a space behind their last line, and other lines do not.
class ParagraphEnds {
  public:
    explicit ParagraphEnds(const std::vector<PlacedLine>& lines);

    bool spaced() const;

  private:
    struct Seen {
        int spaced = 0;
        int all = 0;
    };
    Seen ends_;
    Seen within_;
};

/// Whether `line` is the last of its paragraph or name: `next` is none, stands elsewhere, or starts with a bullet.
bool ends_paragraph(const PlacedLine& line, const PlacedLine* next);

}  // namespace torimatome::parsers
