// JSON read from front to back, without a tree: a document of 100,000 records (136 MB) is read in less than half the
// time that nlohmann's reader took with a tree for one record at a time, and in no memory but the result's own.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace torimatome::parsers {

/// A place in one JSON text (RFC 8259, UTF-8, a byte order mark allowed) and the way to it. Every function throws Error
/// (code "json.invalid", the file's name in the finding's source) where the text is broken or holds something else than
/// what is asked for; the message names the line or the path, such as `records[3].fields.plan.text`.
class JsonReader {
  public:
    JsonReader(std::string_view json, std::string file);

    /// Reads an object: `read_member(key)` must read or skip each member's value. All of `required` must be there,
    /// once.
    template <typename ReadMember>
    void object(std::initializer_list<std::string_view> required, ReadMember read_member) {
        unsigned seen = 0;
        begin_object();
        while (next_member()) {
            const std::string key = path_.back().key;  // a copy: the step moves when values are nested in this one
            check_new(required, key, seen);
            read_member(key);
        }
        check_all_seen(required, seen);
    }

    /// Reads an array: `read_entry()` must read or skip each entry.
    template <typename ReadEntry>
    void array(ReadEntry read_entry) {
        begin_array();
        while (next_entry()) read_entry();
    }

    /// The steps that object() is made of. next_member() gives whether there is one more; its name is then key(), and
    /// its value must be read or skipped before the next call.
    void begin_object();
    bool next_member();
    std::string key() const { return path_.back().key; }

    std::string text();
    double number();
    int whole_number();  ///< one that an int holds, without point or exponent
    bool truth_value();
    bool is_text() { return peek() == '"'; }
    /// Reads `null` if it stands here.
    bool skip_null();
    /// Reads any value.
    void skip();
    /// Nothing but white space may follow.
    void finish();

    /// Refuses the value read last; the path is put before both texts.
    [[noreturn]] void refuse(const std::string& japanese, const std::string& english) const;

  private:
    /// One step of the way from the outermost value to this one.
    struct Step {
        bool in_array = false;
        std::string key;        ///< of the member, in an object
        std::size_t count = 0;  ///< members or entries begun so far
    };

    void begin_array();
    bool next_entry();
    bool next_in(char closing);
    char peek();
    void expect(char c);
    bool skip_word(std::string_view word);
    void read_string(std::string& text);
    void read_escape(std::string& text);
    char32_t read_escaped_unit();
    std::string_view number_token();
    std::string path() const;
    [[noreturn]] void refuse_kind(const char* japanese, const char* english);
    [[noreturn]] void refuse_syntax() const;
    [[noreturn]] void fail(const std::string& japanese, const std::string& english) const;
    void check_new(std::initializer_list<std::string_view> names, std::string_view name, unsigned& seen) const;
    void check_all_seen(std::initializer_list<std::string_view> names, unsigned seen) const;
    void skip_scalar_or_begin();

    std::string_view json_;
    std::string file_;
    std::size_t at_ = 0;
    std::vector<Step> path_;
};

}  // namespace torimatome::parsers
