// How a cell looks: one value per kind of cell, from which the workbook makes one format each.
#pragma once

#include <compare>
#include <string>

namespace torimatome::writers {

enum class Face {
    mincho,  ///< ＭＳ 明朝, for text
    gothic,  ///< ＭＳ ゴシック, for headings
};
enum class Across { left, center, right };
enum class Down { top, center };
enum class Line { none, thin, dotted };

struct Edges {
    Line left = Line::none;
    Line right = Line::none;
    Line top = Line::none;
    Line bottom = Line::none;

    friend auto operator<=>(const Edges&, const Edges&) = default;
};

inline constexpr Edges kAllThin = {Line::thin, Line::thin, Line::thin, Line::thin};

struct CellStyle {
    Face face = Face::mincho;
    double size = 9;  ///< points
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool struck = false;
    std::string color;  ///< of the text, "RRGGBB"; empty for black
    std::string fill;   ///< of the cell, "RRGGBB"; empty for none
    Across across = Across::left;
    Down down = Down::top;
    bool wrap = true;
    bool thousands = false;  ///< numbers with 「,」
    bool decimals = false;   ///< numbers with two decimal places
    int indent = 0;
    Edges edges;
    bool open = false;  ///< may be filled in though its sheet is protected

    friend auto operator<=>(const CellStyle&, const CellStyle&) = default;
};

}  // namespace torimatome::writers
