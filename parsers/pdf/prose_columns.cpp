#include "parsers/pdf/prose_columns.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "parsers/pdf/column_texts.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers::pdf {

namespace {

constexpr double kBin = 0.5;  // points

using Inked = InkedLine;

Inked ink_of(const TextLine& line, int bins) {
    constexpr int kGap = 2;  // bins of white before a start
    Inked result;
    result.ink.assign(static_cast<std::size_t>(bins), 0);
    const auto bin = [&](double x) { return std::clamp(static_cast<int>(x / kBin), 0, bins - 1); };
    result.first = bin(line.box.x0);
    result.last = bin(line.box.x1);
    int end = -kGap;
    for (const Glyph* glyph : line.glyphs) {
        const int from = bin(glyph->box.x0 + 0.2);
        const int to = bin(glyph->box.x1 - 0.2);
        if (from - end > kGap) result.starts.push_back(from);
        end = std::max(end, to);
        for (int i = from; i <= to; ++i) result.ink[static_cast<std::size_t>(i)] = 1;
    }
    return result;
}

struct Gutter {
    int from = 0;  // bins
    int to = 0;
    std::size_t both = 0;  // lines with text on both sides

    double middle() const { return (from + to) / 2.0 * kBin; }
};

// What the lines of a growing region have in common.
struct Profile {
    std::vector<int> ink;    // lines that have ink in each bin
    std::vector<int> names;  // of them, those at the top, which may name several columns
    std::vector<const Inked*> lines;

    void add(const Inked& line) {
        if (ink.size() < line.ink.size()) ink.resize(line.ink.size());  // pages may be of different widths
        names.resize(ink.size());
        constexpr std::size_t kHead = 4;  // lines
        for (std::size_t x = 0; x < line.ink.size(); ++x) {
            ink[x] += line.ink[x];
            if (lines.size() < kHead) names[x] += line.ink[x];
        }
        lines.push_back(&line);
    }

    // The stretches that nearly no line has ink in, and that texts stand on both sides of: wide ones, or narrow ones at
    // which several lines begin exactly.
    std::vector<Gutter> gutters(double size) const {
        constexpr std::size_t kLinesPerCrossing = 16;
        constexpr int kNarrowest = 2;  // bins
        constexpr double kWide = 0.9;  // sizes of the type
        constexpr std::size_t kFewestStarts = 3;
        constexpr std::size_t kFewestBoth = 2;
        constexpr std::size_t kFewestLines = 8;
        const int few = static_cast<int>(lines.size() / kLinesPerCrossing);
        const int few_names = lines.size() < kFewestLines ? 0 : 1;
        std::vector<Gutter> result;
        int from = -1;
        for (int x = 0; x < static_cast<int>(ink.size()); ++x) {
            const int over = names[static_cast<std::size_t>(x)];
            const bool white = ink[static_cast<std::size_t>(x)] - std::min(over, few_names) <= few;
            if (white && from < 0) from = x;
            if (white || from < 0) continue;
            Gutter gutter{from, x, 0};
            from = -1;
            if (gutter.from == 0 || gutter.to - gutter.from < kNarrowest) continue;
            std::size_t starts = 0;
            for (const Inked* line : lines) {
                gutter.both += line->first < gutter.from && line->last >= gutter.to;
                starts += std::any_of(line->starts.begin(), line->starts.end(),
                                      [&](int start) { return std::abs(start - gutter.to) <= 1; });
            }
            const bool wide = (gutter.to - gutter.from) * kBin >= kWide * size;
            const bool sure = gutter.both >= kFewestBoth || (gutter.both > 0 && starts >= kFewestStarts);
            if (sure && (wide || starts >= kFewestStarts)) result.push_back(gutter);
        }
        return result;
    }
};

std::size_t worth(const std::vector<Gutter>& gutters) {
    std::size_t sum = 0;
    for (const Gutter& gutter : gutters) sum += gutter.both;
    return sum;
}

bool crosses(const Inked& line, const Gutter& gutter) {
    for (int x = gutter.from; x < std::min(gutter.to, static_cast<int>(line.ink.size())); ++x) {
        if (line.ink[static_cast<std::size_t>(x)] != 0) return true;
    }
    return false;
}

struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;  // past the last line
    std::vector<bool> across;
    std::vector<Gutter> gutters;
    std::size_t value = 0;
};

// Whether something new begins far below: rows that are too high leave as much white, but have several texts.
bool stands_apart(const std::vector<TextLine>& lines, std::size_t i) {
    constexpr double kFar = 14;  // sizes of the type
    return is_one_run(lines[i]) && lines[i].middle() - lines[i - 1].middle() > kFar * lines[i].size;
}

// Grows a region from line `first` down.
class Growth {
  public:
    Growth(const std::vector<TextLine>& lines, const std::vector<Inked>& inked) : lines_(lines), inked_(inked) {}

    Stretch from(std::size_t first, std::size_t end) const {
        constexpr std::size_t kMostAcross = 2;
        constexpr std::size_t kPatience = 8;  // lines without a gutter
        Stretch best{first, first, {}, {}, 0};
        Profile profile;
        std::vector<bool> across;
        std::vector<Gutter> gutters;
        int left = inked_[first].first;
        std::size_t pending = 0;
        for (std::size_t i = first; i < end; ++i) {
            const TextLine& line = lines_[i];
            if (i > first && stands_apart(lines_, i)) break;
            if (is_across(line, inked_[i], gutters, profile.lines.size(), left)) {
                constexpr double kLarger = 1.15;  // a title's type
                if (++pending > kMostAcross || line.size > kLarger * lines_[i - 1].size) break;
                across.push_back(true);
                continue;
            }
            left = std::min(left, inked_[i].first);
            profile.add(inked_[i]);
            across.push_back(false);
            gutters = profile.gutters(line.size);
            const std::size_t value = worth(gutters);
            if (gutters.empty() && i >= first + kPatience) break;
            if (value * 3 < best.value * 2) break;
            pending = 0;
            if (value >= best.value && gutters.size() >= best.gutters.size()) {
                best = {first, i + 1, across, gutters, value};
            } else if (value > best.value) {
                best = {first, i + 1, across, gutters, value};
            }
        }
        return best;
    }

  private:
    // One run of text from the left edge on, over gutters that the lines above leave white.
    static bool is_across(const TextLine& line, const Inked& inked, const std::vector<Gutter>& gutters,
                          std::size_t lines, int left) {
        constexpr std::size_t kFewestLines = 3;
        constexpr double kBeyond = 2;  // sizes of the type: a text too long for its column goes on there
        if (lines < kFewestLines || gutters.empty() || !is_one_run(line)) return false;
        if (inked.first * kBin > left * kBin + line.size) return false;
        return std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& gutter) {
            return crosses(inked, gutter) && inked.last * kBin > gutter.to * kBin + kBeyond * line.size;
        });
    }

    const std::vector<TextLine>& lines_;
    const std::vector<Inked>& inked_;
};

bool has_gap(const Inked& line) { return line.starts.size() > 1; }

// The stretch of lines [first, end) whose gutters part most lines.
Stretch best_stretch(const std::vector<TextLine>& lines, const std::vector<Inked>& inked, std::size_t first,
                     std::size_t end) {
    const Growth growth(lines, inked);
    Stretch best;
    for (std::size_t i = first; i < end; ++i) {
        if (!has_gap(inked[i])) continue;
        Stretch stretch = growth.from(i, end);
        if (stretch.value > best.value) best = std::move(stretch);
    }
    return best;
}

// Drops the gutters that a typed space makes: as far from each other on every line, and never text on one side alone.
void drop_typed_spaces(const std::vector<const Inked*>& lines, double size, std::vector<Gutter>& gutters) {
    constexpr double kWidest = 0.75;  // sizes of the type
    std::erase_if(gutters, [&](const Gutter& gutter) {
        if ((gutter.to - gutter.from) * kBin > kWidest * size) return false;
        const auto next =
            std::find_if(gutters.begin(), gutters.end(), [&](const Gutter& other) { return other.from > gutter.from; });
        const int end = next == gutters.end() ? 1 << 20 : next->from;
        std::vector<int> gaps;
        for (const Inked* line : lines) {
            int left = std::min(gutter.from, static_cast<int>(line->ink.size())) - 1;
            while (left >= 0 && line->ink[static_cast<std::size_t>(left)] == 0) --left;
            int right = gutter.to;
            const int width = static_cast<int>(line->ink.size());
            while (right < width && line->ink[static_cast<std::size_t>(right)] == 0) ++right;
            if (right < std::min(end, width)) gaps.push_back(right - left);
        }
        if (gaps.empty()) return false;
        const auto usual = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
        std::nth_element(gaps.begin(), usual, gaps.end());
        const int gap = *usual;
        const auto even =
            std::count_if(gaps.begin(), gaps.end(), [gap](int each) { return std::abs(each - gap) <= 2; });
        return even * 4 >= std::ssize(gaps) * 3;
    });
}

bool is_page_number(const TextLine& line) {
    return std::all_of(line.glyphs.begin(), line.glyphs.end(), [](const Glyph* glyph) {
        const char32_t c = glyph->code;
        return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９') || c == U'-' || c == U'－' || c == U'/' ||
               c == U'‐' || c == U'–';
    });
}

// Whether the line directly above may name columns: its texts keep to them, or stand over several in their middle.
bool may_be_head(const TextLine& line, const TextLine& below, const std::vector<double>& xs) {
    constexpr double kClose = 3.6;   // sizes of the type
    constexpr double kLarger = 1.2;  // a title's type
    if (below.middle() - line.middle() > kClose * line.size || line.size > kLarger * below.size) return false;
    const std::vector<ColumnText> parts = line_texts(line, xs);
    const bool alone = parts.size() == 1;
    return std::all_of(parts.begin(), parts.end(), [&](const ColumnText& part) {
        if (part.left < xs.front() - line.size || part.right > xs.back() + line.size) return false;
        const double middle = (xs[part.first] + xs[part.last + 1]) / 2;
        const double near = (part.first == 0 ? 0.8 : 2.5) * line.size;
        const bool centred = std::abs(middle - part.center()) < near;
        if (part.first == part.last) {
            // A name that is broken stands between the lines of the others.
            const bool between = below.middle() - line.middle() < line.size;
            return !alone || centred || between;
        }
        return !alone && part.last - part.first + 2 < xs.size();
    });
}

std::vector<double> edges_of(const std::vector<const Inked*>& lines, const std::vector<Gutter>& gutters) {
    int left = 1 << 20;
    int right = 0;
    for (const Inked* line : lines) {
        left = std::min(left, line->first);
        right = std::max(right, line->last);
    }
    std::vector<double> xs{left * kBin - 2};
    for (const Gutter& gutter : gutters) xs.push_back(gutter.middle());
    xs.push_back((right + 1) * kBin + 2);
    return xs;
}

std::vector<Whites> whites_of(const std::vector<Gutter>& gutters) {
    std::vector<Whites> whites;
    for (const Gutter& gutter : gutters) whites.push_back({gutter.from * kBin, gutter.to * kBin});
    return whites;
}

// Moves the inner edges, within their white, to the middle of its widest part that all lines, names too, leave free.
void fit_edges(ProseRegion& region) {
    for (std::size_t g = 0; g < region.whites.size(); ++g) {
        const Whites& white = region.whites[g];
        std::vector<Whites> inked;
        for (std::size_t i = 0; i < region.lines.size(); ++i) {
            if (region.across[i]) continue;
            for (const Glyph* glyph : region.lines[i].glyphs) {
                if (glyph->box.x0 < white.to && glyph->box.x1 > white.from)
                    inked.push_back({glyph->box.x0, glyph->box.x1});
            }
        }
        std::sort(inked.begin(), inked.end(), [](const Whites& a, const Whites& b) { return a.from < b.from; });
        double from = white.from;
        double widest = 0;
        const auto close = [&](double to) {
            if (to - from > widest + 0.01) {
                widest = to - from;
                region.xs[g + 1] = (from + to) / 2;
            }
        };
        for (const Whites& each : inked) {
            close(std::min(each.from, white.to));
            from = std::max(from, each.to);
        }
        close(white.to);
        if (white.from == white.to) region.xs[g + 1] = white.from;
    }
}

// Whether the line's text goes on over `x`: no white parts it there.
bool goes_over(const TextLine& line, double x) {
    constexpr double kWhite = 0.8;  // points
    double left = -1e9;
    double right = 1e9;
    for (const Glyph* glyph : line.glyphs) {
        if (glyph->center_x() < x) {
            left = std::max(left, glyph->box.x1);
        } else {
            right = std::min(right, glyph->box.x0);
        }
    }
    return right - left < kWhite;
}

bool goes_over_any(const TextLine& line, const std::vector<double>& xs) {
    return std::any_of(xs.begin() + 1, xs.end() - 1, [&](double x) { return goes_over(line, x); });
}

// Whether it goes on over most of the edges that it reaches over.
bool goes_over_most(const TextLine& line, const std::vector<double>& xs) {
    std::size_t reached = 0;
    std::size_t over = 0;
    for (std::size_t i = 1; i + 1 < xs.size(); ++i) {
        if (line.box.x0 >= xs[i] || line.box.x1 <= xs[i]) continue;
        ++reached;
        over += goes_over(line, xs[i]);
    }
    return over * 2 > reached;
}

bool reaches_beyond(const TextLine& line, const std::vector<double>& xs) {
    constexpr double kBeyond = 6;  // points
    return line.box.x0 < xs.front() - kBeyond || line.box.x1 > xs.back() + kBeyond;
}

// Whether nearly no line crosses the inner edges of `xs` or reaches beyond the outer ones.
bool keep_to(const std::vector<const TextLine*>& lines, const std::vector<double>& xs) {
    constexpr std::size_t kLinesPerCrossing = 16;
    const auto crossing = std::count_if(lines.begin(), lines.end(), [&](const TextLine* line) {
        return reaches_beyond(*line, xs) || goes_over_any(*line, xs);
    });
    return static_cast<std::size_t>(crossing) * kLinesPerCrossing <= lines.size();
}

std::vector<const TextLine*> kept_lines(const ProseRegion& region) {
    std::vector<const TextLine*> kept;
    for (std::size_t i = region.head; i < region.lines.size(); ++i) {
        if (!region.across[i]) kept.push_back(&region.lines[i]);
    }
    return kept;
}

// Lines above the region that name its columns become its head.
void add_head(const std::vector<TextLine>& lines, std::size_t free, std::size_t first, ProseRegion& region) {
    constexpr std::size_t kMostLines = 6;
    while (region.head < kMostLines && first > free + region.head) {
        const TextLine& line = lines[first - region.head - 1];
        if (!may_be_head(line, region.lines.front(), region.xs)) break;
        region.lines.insert(region.lines.begin(), line);
        region.across.insert(region.across.begin(), false);
        ++region.head;
    }
}

class Finder {
  public:
    Finder(const std::vector<TextLine>& lines, const KnownColumns& known) : lines_(lines), known_(known) {
        double right = 0;
        for (const TextLine& line : lines) right = std::max(right, line.box.x1);
        const int bins = static_cast<int>(right / kBin) + 2;
        for (const TextLine& line : lines) inked_.push_back(ink_of(line, bins));
    }

    std::vector<ProseRegion> find() {
        std::size_t first = 0;
        for (const std::size_t start : parts_of_page()) {
            search(first, start);
            first = start;
        }
        search(first, lines_.size());
        return std::move(found_);
    }

  private:
    // Whether the line above `i`, which names columns, does so, too.
    bool names_above(std::size_t i) const {
        constexpr double kClose = 2.2;  // sizes of the type
        const TextLine& above = lines_[i - 1];
        double left = 1e9;
        for (const TextLine& line : lines_) left = std::min(left, line.box.x0);
        const bool title = is_one_run(above) && above.box.x0 < left + above.size;
        return !title && lines_[i].middle() - above.middle() < kClose * above.size && above.size < 1.2 * lines_[i].size;
    }

    // Where tables and the headings between them begin.
    std::vector<std::size_t> parts_of_page() const {
        std::vector<std::size_t> parts = starts_of_tables();
        const std::vector<std::size_t> headings = headings_of_tables();
        parts.insert(parts.end(), headings.begin(), headings.end());
        std::sort(parts.begin(), parts.end());
        return parts;
    }

    // The first lines and those behind the last of several headings in a row: lone lines at the left, most of which run
    // over the columns.
    std::vector<std::size_t> headings_of_tables() const {
        constexpr std::size_t kFewest = 3;
        std::vector<std::size_t> parts;
        if (known_.xs.size() < 3) return parts;
        const double left = known_.xs.front() + 2;
        for (std::size_t first = 0; first < lines_.size();) {
            std::size_t last = first;
            while (last < lines_.size() && is_one_run(lines_[last]) &&
                   std::abs(lines_[last].box.x0 - left) < lines_[last].size)
                ++last;
            std::size_t over = 0;
            for (std::size_t i = first; i < last; ++i) over += goes_over_any(lines_[i], known_.xs);
            if (last >= first + kFewest && over * 2 >= last - first) {
                parts.push_back(first);
                parts.push_back(last);
            }
            first = std::max(last, first + 1);
        }
        return parts;
    }

    // The lines that name columns again: those of the pages before, or of a table above.
    std::vector<std::size_t> starts_of_tables() const {
        constexpr double kApart = 6;  // sizes of the type
        std::vector<std::size_t> starts;
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (is_one_run(lines_[i])) continue;
            const std::string text = characters_of(lines_[i]);
            const auto is_text = [&](const std::string& each) { return each == text; };
            const auto above = std::find_if(texts.begin(), texts.end(), is_text);
            const bool named = above != texts.end() || std::any_of(known_.head.begin(), known_.head.end(), is_text);
            texts.push_back(text);
            if (!named) continue;
            if (!starts.empty() && lines_[i].middle() - lines_[starts.back()].middle() < kApart * lines_[i].size)
                continue;
            std::size_t start = i;
            const std::size_t least = starts.empty() ? 0 : starts.back() + 1;
            while (start > least && names_above(start)) --start;
            starts.push_back(start);
        }
        return starts;
    }

    void search(std::size_t first, std::size_t end) {
        constexpr std::size_t kFewestLines = 3;
        if (end < first + kFewestLines && known_.xs.empty()) return;
        Stretch best = best_stretch(lines_, inked_, first, end);
        if (Stretch known = known_stretch(first, end); known.last > known.first) {
            const bool more =
                known.first <= best.first && (best.last - best.first) * 2 <= (known.last - known.first) * 3;
            if (best.gutters.empty() || more) best = std::move(known);
        }
        if (best.gutters.empty() || (known_.xs.empty() && best.last < best.first + kFewestLines)) return;
        ProseRegion region = region_of(best);
        std::size_t begin = best.first;
        if (region.xs.size() < 3) return;
        begin += mark_across(region);
        if (region.lines.empty()) return;
        const std::size_t last = end_of(begin, region);
        if (region.continues) add_rest_above(first, begin, region);
        const std::size_t above = region.head;
        region.head = 0;
        add_head(lines_, first, begin - above, region);
        fit_edges(region);
        search(first, begin - above - region.head);
        found_.push_back(std::move(region));
        search(last, end);
    }

    // Tells by the columns which lines run over them. Those at the top are titles: drops them, and returns how many.
    static std::size_t mark_across(ProseRegion& region) {
        for (std::size_t i = 0; i < region.lines.size(); ++i) {
            const TextLine& line = region.lines[i];
            const bool left = line.box.x0 < region.xs.front() + line.size + 2;
            const bool far = line.box.x1 > region.xs[1] + 2 * line.size;
            region.across[i] = left && far && is_one_run(line) && goes_over_most(line, region.xs);
        }
        const auto first = std::find(region.across.begin(), region.across.end(), false);
        const std::ptrdiff_t titles = first - region.across.begin();
        region.lines.erase(region.lines.begin(), region.lines.begin() + titles);
        region.across.erase(region.across.begin(), first);
        return static_cast<std::size_t>(titles);
    }

    // Drops the last lines where they stand apart at the left: headings of what follows.
    static std::size_t end_of(std::size_t begin, ProseRegion& region) {
        constexpr double kApart = 0.3;  // sizes of the type, more than between lines of one cell
        std::size_t last = region.lines.size();
        const auto is_lone = [&](std::size_t i) {
            const TextLine& line = region.lines[i];
            return is_one_run(line) && line.box.x0 < region.xs.front() + line.size + 2;
        };
        std::size_t from = last;
        while (from > 1 && is_lone(from - 1)) --from;
        double pitch = 1e9;
        for (std::size_t i = 1; i < from; ++i) {
            const double distance = region.lines[i].middle() - region.lines[i - 1].middle();
            if (distance > 0.8 * region.lines[i].size) pitch = std::min(pitch, distance);
        }
        for (std::size_t i = from; i < last; ++i) {
            const TextLine& line = region.lines[i];
            const bool over = line.box.x1 > region.xs[1];
            const bool apart = line.middle() - region.lines[i - 1].middle() > pitch + kApart * line.size;
            if (over || apart || std::abs(line.size - region.lines[i - 1].size) > 0.5) last = i;
        }
        region.lines.resize(last);
        region.across.resize(last);
        return begin + last;
    }

    // Where the table goes on from the page before, the lines above that keep to its columns are its, too: the rest of
    // a row that the page's end cut fills few columns.
    void add_rest_above(std::size_t first, std::size_t begin, ProseRegion& region) const {
        while (begin > first + region.head) {
            const TextLine& line = lines_[begin - region.head - 1];
            const bool left = is_one_run(line) && line.box.x0 < region.xs.front() + line.size + 2;
            const TextLine& below = region.lines.front();
            if (names_columns_again(below) || below.middle() - line.middle() > 4 * line.size) return;
            const bool across = left && goes_over_any(line, region.xs);
            if ((left && !across) || (!across && !keep_to({&line}, region.xs))) return;
            if (across && (line.size > 1.1 * below.size || (region.across.size() > 1 && region.across[1]))) return;
            region.lines.insert(region.lines.begin(), line);
            region.across.insert(region.across.begin(), across);
            ++region.head;
        }
    }

    bool names_columns_again(const TextLine& line) const {
        return std::find(known_.head.begin(), known_.head.end(), characters_of(line)) != known_.head.end();
    }

    bool keeps_to_known(const TextLine& line) const {
        if (reaches_beyond(line, known_.xs)) return false;
        return names_columns_again(line) || !goes_over_any(line, known_.xs);
    }

    // Whether the line stands in several of the known columns, and only one of its texts is a little too long for its.
    bool overruns(const TextLine& line) const {
        const std::vector<double>& xs = known_.xs;
        if (is_one_run(line) || reaches_beyond(line, xs)) return false;
        const auto over = std::count_if(xs.begin() + 1, xs.end() - 1, [&](double x) { return goes_over(line, x); });
        return over <= 1 && xs.size() > 3;
    }

    // The lines from `first` on that keep to the known columns, behind titles at the left.
    Stretch known_stretch(std::size_t first, std::size_t end) const {
        constexpr std::size_t kMostAcross = 2;
        if (known_.xs.size() < 3) return {};
        const auto starts_left = [&](const TextLine& line) {
            return is_one_run(line) && std::abs(line.box.x0 - known_.xs.front() - 2) < line.size;
        };
        while (first < end && (!keeps_to_known(lines_[first]) || starts_left(lines_[first]))) ++first;
        Stretch stretch{first, first, {}, {}, 0};
        std::vector<bool> across;
        std::size_t pending = 0;
        bool parted = false;
        for (std::size_t i = first; i < end; ++i) {
            if (i > first && stands_apart(lines_, i)) break;
            const bool keeps = keeps_to_known(lines_[i]) || overruns(lines_[i]);
            if (!keeps && (!starts_left(lines_[i]) || ++pending > kMostAcross)) break;
            across.push_back(!keeps);
            if (!keeps) continue;
            pending = 0;
            parted = parted || !is_one_run(lines_[i]);
            stretch.last = i + 1;
            stretch.across = across;
        }
        if (!parted) return {};
        for (const double x : known_.xs) {
            const int bin = static_cast<int>(x / kBin);
            if (x > known_.xs.front() && x < known_.xs.back()) stretch.gutters.push_back({bin, bin + 1, 1});
        }
        return stretch;
    }

    ProseRegion region_of(const Stretch& stretch) const {
        ProseRegion region;
        std::vector<const Inked*> own;
        for (std::size_t i = stretch.first; i < stretch.last; ++i) {
            region.lines.push_back(lines_[i]);
            region.across.push_back(stretch.across[i - stretch.first]);
            if (!region.across.back() && !names_columns_again(lines_[i])) own.push_back(&inked_[i]);
        }
        const double size = lines_[stretch.first].size;
        std::vector<Gutter> gutters = stretch.gutters;
        drop_typed_spaces(own, size, gutters);
        region.xs = edges_of(own, gutters);
        region.whites = whites_of(gutters);
        take_known(own, size, region);
        return region;
    }

    // Where the table goes on from the pages before, their lines and its own show the columns together.
    void take_known(const std::vector<const Inked*>& own, double size, ProseRegion& region) const {
        for (const Inked* line : own) region.ink.push_back(*line);
        if (known_.xs.size() < 3) return;
        std::vector<const TextLine*> kept = kept_lines(region);
        std::erase_if(kept, [&](const TextLine* line) { return names_columns_again(*line); });
        if (!keep_to(kept, known_.xs)) return;
        if (known_.complete) {
            region.xs = known_.xs;
            region.whites.clear();
            region.continues = true;
            return;
        }
        std::vector<const Inked*> all;
        Profile profile;
        for (const Inked& line : known_.lines) all.push_back(&line);
        all.insert(all.end(), own.begin(), own.end());
        for (const Inked* line : all) profile.add(*line);
        std::vector<Gutter> gutters = profile.gutters(size);
        drop_typed_spaces(all, size, gutters);
        if (gutters.size() + 2 < known_.xs.size()) return;
        region.xs = edges_of(all, gutters);
        region.whites = whites_of(gutters);
        keep_known_edges(region);
        region.continues = true;
        constexpr std::size_t kMostLines = 600;  // more show nothing new
        if (known_.lines.size() > kMostLines) region.ink.clear();
        region.ink.insert(region.ink.begin(), known_.lines.begin(), known_.lines.end());
    }

    // The pages before may have shown more of where an edge stands: names of columns reach into the white.
    void keep_known_edges(ProseRegion& region) const {
        for (std::size_t g = 0; g < region.whites.size(); ++g) {
            Whites& white = region.whites[g];
            const auto known = std::find_if(known_.xs.begin() + 1, known_.xs.end() - 1,
                                            [&](double x) { return x > white.from && x < white.to; });
            if (known == known_.xs.end() - 1) continue;
            region.xs[g + 1] = *known;
            white = {*known, *known};
        }
    }

    const std::vector<TextLine>& lines_;
    const KnownColumns& known_;
    std::vector<Inked> inked_;
    std::vector<ProseRegion> found_;
};

}  // namespace

std::string characters_of(const TextLine& line) {
    std::string text;
    for (const Glyph* glyph : line.glyphs) text::append_code_point(text, glyph->code);
    return text;
}

std::vector<ProseRegion> find_prose_regions(const std::vector<TextLine>& all, const KnownColumns& known) {
    std::vector<TextLine> lines;
    for (const TextLine& line : all) {
        if (!is_page_number(line) || line.box.x1 - line.box.x0 > 6 * line.size) lines.push_back(line);
    }
    if (lines.empty()) return {};
    return Finder(lines, known).find();
}

}  // namespace torimatome::parsers::pdf
