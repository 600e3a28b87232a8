#include "parsers/pdf/scan_text.hpp"

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "model/language.hpp"
#include "parsers/child_process.hpp"
#include "parsers/pdf/grid.hpp"
#include "parsers/pdf/rules.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers::pdf {

namespace {

constexpr double kResolution = 300;  // dpi, which tesseract was trained on
constexpr double kScale = kResolution / 72;
constexpr double kInset = 1.5;  // points: a rule at the picture's edge would be read as a character
constexpr int kSeconds = 180;

struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "torimatome-scan-XXXXXX").string();
        if (mkdtemp(name.data())) path = name;
    }
    ~Folder() {
        std::error_code error;
        if (!path.empty()) std::filesystem::remove_all(path, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

bool has_ink(const poppler::image& picture, int x0, int y0, int x1, int y1) {
    for (int y = y0; y < y1; ++y) {
        const char* row = picture.const_data() + static_cast<std::ptrdiff_t>(y) * picture.bytes_per_row();
        for (int x = x0; x < x1; ++x) {
            if (static_cast<unsigned char>(row[x]) < 128) return true;
        }
    }
    return false;
}

// The part of `picture` in `area` (points) as a PGM file; false where it is empty or cannot be written.
bool write_part(const poppler::image& picture, const Box& area, const std::filesystem::path& file) {
    constexpr int kMargin = 20;  // white pixels around: characters at the edge are misread
    const int x0 = std::clamp(static_cast<int>((area.x0 + kInset) * kScale), 0, picture.width());
    const int x1 = std::clamp(static_cast<int>((area.x1 - kInset) * kScale), 0, picture.width());
    const int y0 = std::clamp(static_cast<int>((area.y0 + kInset) * kScale), 0, picture.height());
    const int y1 = std::clamp(static_cast<int>((area.y1 - kInset) * kScale), 0, picture.height());
    if (x1 - x0 < 8 || y1 - y0 < 8 || !has_ink(picture, x0, y0, x1, y1)) return false;
    std::ofstream out(file, std::ios::binary);
    const int width = x1 - x0 + 2 * kMargin;
    out << "P5 " << width << ' ' << y1 - y0 + 2 * kMargin << " 255\n";
    const std::string white(static_cast<std::size_t>(width), '\xFF');
    const std::string side(kMargin, '\xFF');
    for (int i = 0; i < kMargin; ++i) out << white;
    for (int y = y0; y < y1; ++y) {
        out << side;
        out.write(picture.const_data() + static_cast<std::ptrdiff_t>(y) * picture.bytes_per_row() + x0, x1 - x0);
        out << side;
    }
    for (int i = 0; i < kMargin; ++i) out << white;
    return static_cast<bool>(out.flush());
}

std::vector<Box> areas_of(Page& page) {
    std::vector<Box> areas;
    for (const Grid& grid : find_grids(find_rules(page), page.image)) {
        for (const GridCell& cell : grid.cells) {
            if (!cell.outside) areas.push_back(cell.box);
        }
    }
    if (areas.empty()) areas.push_back({0, 0, page.width, page.height});
    return areas;
}

struct Line {
    double top = 0;
    double height = 0;
};

// The characters of one word, side by side in its box.
void add_word(const std::string& word, const Box& box, double size, std::vector<Glyph>& glyphs) {
    std::vector<char32_t> codes;
    for (std::size_t at = 0; at < word.size();) {
        const text::CodePoint c = text::code_point_at(word, at);
        if (!text::is_space(c.value)) codes.push_back(c.value);
        at += c.length;
    }
    const double width = (box.x1 - box.x0) / static_cast<double>(std::max<std::size_t>(codes.size(), 1));
    for (std::size_t i = 0; i < codes.size(); ++i) {
        Glyph glyph;
        glyph.code = codes[i];
        glyph.box = {box.x0 + width * static_cast<double>(i), box.y0, box.x0 + width * static_cast<double>(i + 1),
                     box.y1};
        glyph.size = size;
        glyphs.push_back(glyph);
    }
}

void add_finding(const Page& page, const Box& area, const std::string& text, Findings& findings) {
    Finding finding;
    finding.code = "text.recognised";
    finding.source.page = page.number;
    finding.source.box = as_shown(page, area);
    finding.message = tell(fmt::format("「{}」は画像から認識した文字（OCR）です。", text),
                           fmt::format("\"{}\" was recognised from a picture (OCR).", text));
    finding.hint = tell("元の画像と見比べてください。", "Please compare it with the picture.");
    findings.push_back(std::move(finding));
}

// Reads tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
void take_results(const std::filesystem::path& file, const std::vector<Box>& areas, Page& page, Findings& findings) {
    constexpr double kMargin = 20;
    std::ifstream in(file);
    std::vector<std::string> texts(areas.size());
    Line line;
    std::size_t last_area = areas.size();
    bool new_line = true;
    for (std::string row; std::getline(in, row);) {
        std::vector<std::string> parts;
        std::istringstream fields(row);
        for (std::string part; std::getline(fields, part, '\t');) parts.push_back(part);
        if (parts.size() < 11 || parts[0] == "level") continue;
        const auto area = static_cast<std::size_t>(std::max(std::atoi(parts[1].c_str()), 1)) - 1;
        if (area >= areas.size()) continue;
        const auto at = [&](std::size_t i) { return (std::atof(parts[i].c_str()) - kMargin) / kScale + kInset; };
        const auto length = [&](std::size_t i) { return std::atof(parts[i].c_str()) / kScale; };
        if (parts[0] == "4") {
            line = {areas[area].y0 + at(7), length(9)};
            new_line = true;
        }
        if (parts[0] != "5" || parts.size() < 12) continue;
        double left = areas[area].x0 + at(6);
        const double right = left + length(8);
        // Words of Japanese text are parted by nothing, and their boxes may overlap.
        if (!new_line && area == last_area && !page.glyphs.empty()) {
            Glyph& before = page.glyphs.back();
            if (left - before.box.x1 < 1.5 * line.height) before.box.x1 = std::max(before.box.x1, left);
            left = std::max(left, before.box.x1);
        }
        const Box box{left, line.top, std::max(right, left + 1), line.top + line.height};
        add_word(parts[11], box, line.height, page.glyphs);
        texts[area] += parts[11];
        last_area = area;
        new_line = false;
    }
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (text::count_non_space(texts[i]) > 0) add_finding(page, areas[i], texts[i], findings);
    }
}

}  // namespace

bool recognise_text(const poppler::document& document, Page& page, Findings& findings) {
    const std::string program = find_program("tesseract");
    const std::unique_ptr<poppler::page> source(document.create_page(page.number - 1));
    const Folder folder;
    if (program.empty() || !source || folder.path.empty()) return false;
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    const poppler::image picture = renderer.render_page(source.get(), kResolution, kResolution);
    if (!picture.is_valid()) return false;
    std::vector<Box> inked;
    std::ofstream list(folder.path / "list");
    for (const Box& area : areas_of(page)) {
        const std::filesystem::path file = folder.path / fmt::format("{}.pgm", inked.size());
        if (!write_part(picture, area, file)) continue;
        list << file.string() << '\n';
        inked.push_back(area);
    }
    list.close();
    const std::string output = (folder.path / "out").string();
    const bool done = !inked.empty() && run_program({program, (folder.path / "list").string(), output, "-l", "jpn",
                                                     "--psm", "6", "--dpi", "300", "tsv"},
                                                    kSeconds);
    if (!done) return false;
    take_results(output + ".tsv", inked, page, findings);
    page.recognised = !page.glyphs.empty();
    return page.recognised;
}

}  // namespace torimatome::parsers::pdf
