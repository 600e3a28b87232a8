// One character as it stands on a page.
#pragma once

#include <string>

#include "model/source_position.hpp"

namespace torimatome::parsers::pdf {

/// Which way a glyph's line runs, on the page as it is read.
enum class Direction {
    right,     ///< the usual one
    down,      ///< turned clockwise
    upended,   ///< upside down
    up,        ///< turned anticlockwise
    vertical,  ///< vertical writing: upright glyphs from top to bottom, lines from right to left
};

struct Glyph {
    char32_t code = 0;
    Box box;          ///< in points from the top left of the page as it is read
    double size = 0;  ///< of the font, in points
    Direction direction = Direction::right;
    bool underlined = false;
    bool struck = false;
    bool drawn = false;   ///< of a font whose characters are drawings (Type 3)
    bool hidden = false;  ///< leaves no mark on the rendered page

    double width() const { return box.x1 - box.x0; }
    double height() const { return box.y1 - box.y0; }
    double center_x() const { return (box.x0 + box.x1) / 2; }
    double center_y() const { return (box.y0 + box.y1) / 2; }
    /// Its line runs across the page, not up or down.
    bool level() const { return direction == Direction::right || direction == Direction::upended; }
    /// Its line runs to the left or up.
    bool backwards() const { return direction == Direction::upended || direction == Direction::up; }
};

}  // namespace torimatome::parsers::pdf
