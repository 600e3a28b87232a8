#include "parsers/form/line_reading.hpp"

namespace torimatome::parsers {

LineReading read_torn_lines(const std::vector<BodyLine>& lines, const Form&, const Mappings&) {
    LineReading reading;
    for (const BodyLine& line : lines) {
        SourcePosition place;
        place.line = line.number;
        reading.unplaced.push_back({line.text, place});
    }
    return reading;
}

}  // namespace torimatome::parsers
