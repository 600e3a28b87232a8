// Measures of the lines in a narrow-column document: how far apart its lines usually stand and how full they are.
#pragma once

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
/// are in half-width characters.
class Fullness {
  public:
    /// A line that the next one goes on with; `mark_width` is that of a mark beside it.
    void add(const std::string& line, const std::string& next, int mark_width);

    /// Takes the measure of the lines so far. `least`: room that says nothing, because authors break lines, too.
    void settle(int least);

    int full() const { return full_; }
    bool too_short(const std::string& line, const std::string& next, int mark_width) const;

  private:
    static constexpr int kMostRoom = 8;
    std::vector<std::pair<int, int>> samples_;  // width of a line, and of what the next one starts with
    int full_ = 0;
    int room_ = kMostRoom;
    int least_ = 1;
};

}  // namespace torimatome::parsers
