#include <array>

#include "parsers/xlsx/number_format.hpp"

namespace torimatome::parsers::xlsx {

namespace {

struct BuiltinFormat {
    int id = 0;
    std::string_view code;
};

constexpr std::string_view kEraShort = "[$-411]ge.m.d";
constexpr std::string_view kEraLong = "[$-411]ggge\"年\"m\"月\"d\"日\"";

// ECMA-376 part 1, 18.8.30: the ids that all languages share and those of ja-jp. What depends on the system's locale
// (5 to 8, 14, 22, 37 to 44) is as Japanese Excel shows it.
constexpr std::array<BuiltinFormat, 62> kFormats{{
    {0, "General"},
    {1, "0"},
    {2, "0.00"},
    {3, "#,##0"},
    {4, "#,##0.00"},
    {5, "\"¥\"#,##0;\"¥\"\\-#,##0"},
    {6, "\"¥\"#,##0;[Red]\"¥\"\\-#,##0"},
    {7, "\"¥\"#,##0.00;\"¥\"\\-#,##0.00"},
    {8, "\"¥\"#,##0.00;[Red]\"¥\"\\-#,##0.00"},
    {9, "0%"},
    {10, "0.00%"},
    {11, "0.00E+00"},
    {12, "# ?/?"},
    {13, "# ?\?/?\?"},
    {14, "yyyy/m/d"},
    {15, "d-mmm-yy"},
    {16, "d-mmm"},
    {17, "mmm-yy"},
    {18, "h:mm AM/PM"},
    {19, "h:mm:ss AM/PM"},
    {20, "h:mm"},
    {21, "h:mm:ss"},
    {22, "yyyy/m/d h:mm"},
    {23, "General"},
    {24, "General"},
    {25, "General"},
    {26, "General"},
    {27, kEraShort},
    {28, kEraLong},
    {29, kEraLong},
    {30, "m/d/yy"},
    {31, "yyyy\"年\"m\"月\"d\"日\""},
    {32, "h\"時\"mm\"分\""},
    {33, "h\"時\"mm\"分\"ss\"秒\""},
    {34, "yyyy\"年\"m\"月\""},
    {35, "m\"月\"d\"日\""},
    {36, kEraShort},
    {37, "#,##0;\\-#,##0"},
    {38, "#,##0;[Red]\\-#,##0"},
    {39, "#,##0.00;\\-#,##0.00"},
    {40, "#,##0.00;[Red]\\-#,##0.00"},
    {41, "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ "},
    {42, "_ \"¥\"* #,##0_ ;_ \"¥\"* \\-#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ "},
    {43, "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"?\?_ ;_ @_ "},
    {44, "_ \"¥\"* #,##0.00_ ;_ \"¥\"* \\-#,##0.00_ ;_ \"¥\"* \"-\"?\?_ ;_ @_ "},
    {45, "mm:ss"},
    {46, "[h]:mm:ss"},
    {47, "mm:ss.0"},
    {48, "##0.0E+0"},
    {49, "@"},
    {50, kEraShort},
    {51, kEraLong},
    {52, "yyyy\"年\"m\"月\""},
    {53, "m\"月\"d\"日\""},
    {54, kEraLong},
    {55, "yyyy\"年\"m\"月\""},
    {56, "m\"月\"d\"日\""},
    {57, kEraShort},
    {58, kEraLong},
    {59, "0"},
    {60, "0.00"},
    {61, "#,##0"},
}};

}  // namespace

std::string_view builtin_format_code(int id) {
    const bool known = id >= 0 && static_cast<std::size_t>(id) < kFormats.size();
    return known ? kFormats[static_cast<std::size_t>(id)].code : std::string_view("General");
}

}  // namespace torimatome::parsers::xlsx
