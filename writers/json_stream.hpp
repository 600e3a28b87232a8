// JSON written piece by piece: no tree of the whole is made, so that memory does not grow with the document.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "writers/json.hpp"

namespace torimatome::writers {

/// Appends `text` as a JSON string with its quotes. Bytes that are no UTF-8 become U+FFFD, one each: a JSON text must
/// be valid whatever a caller hands in (readers give valid UTF-8 only, so that nothing of an author's is lost by this).
void append_json_string(std::string& json, std::string_view text);

/// Appends the shortest decimal number that reads back as `number`, the same in every locale; `number` is finite.
void append_json_number(std::string& json, double number);

/// How the members of an object or the entries of an array stand in a pretty file.
enum class Spread {
    lines,    ///< each on a line of its own, indented by 2
    compact,  ///< all on one line, and everything within them too
};

/// Writes one JSON text. The calls must nest as JSON does; commas, line ends and spaces come by themselves.
class JsonStream {
  public:
    JsonStream(std::ostream& out, JsonLayout layout) : out_(&out), pretty_(layout == JsonLayout::pretty) {}

    void begin_object(Spread spread) { begin('{', spread); }
    void end_object() { end('}'); }
    void begin_array(Spread spread) { begin('[', spread); }
    void end_array() { end(']'); }

    /// The name of the member whose value is written next.
    void key(std::string_view name);

    void text(std::string_view value);
    void number(int value);
    void number(double value);
    void boolean(bool value);
    void null();

    /// Where the next entry or value may be appended as it is, in the notation of a compact one; for the few that are
    /// written by the million.
    std::string& next_value() {
        start_value();
        flush_when_full();
        return buffer_;
    }
    bool pretty() const { return pretty_; }

    /// Writes up to `count` entries of the array that is open: `write` writes the one of the index it gets, or nothing.
    /// Many entries are written ahead by several threads, so that `write` may change nothing but the stream it gets.
    void entries(std::size_t count, const std::function<void(JsonStream&, std::size_t)>& write);

    /// Ends the JSON text with a line end and hands everything to the stream, whose state the caller checks.
    void finish();

  private:
    struct Level {
        bool lines = false;
        bool empty = true;
    };

    /// A stream that keeps in its buffer what stands at the place that `whole` has come to, from the first entry on.
    JsonStream(const JsonStream& whole, const std::vector<Level>& levels) : pretty_(whole.pretty_), levels_(levels) {
        levels_.back().empty = true;
    }

    void begin(char bracket, Spread spread);
    void end(char bracket);
    void start_entry();
    void start_value();
    void break_line();
    void flush_when_full();
    void hand_on();

    std::ostream* out_ = nullptr;
    bool pretty_;
    bool after_key_ = false;
    std::vector<Level> levels_;
    std::string buffer_;
};

}  // namespace torimatome::writers
