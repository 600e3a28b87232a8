// A table's header: which column of the form stands in which column of the table, found by the headings' words.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/form.hpp"
#include "parsers/form/row_stream.hpp"

namespace torimatome::parsers {

/// A column of the table. `spec` is null for a column that the form does not know; such a column keeps its heading.
struct LaidColumn {
    const ColumnSpec* spec = nullptr;
    const FieldSpec* field = nullptr;  ///< where it holds this field of `spec` alone, as the marks of our forms say
    std::string heading;               ///< as written, line breaks undone; of several rows joined
    std::string lowest;                ///< of several rows, what the lowest one says
    int first = 0;                     ///< table columns, inclusive
    int last = 0;
    std::optional<int> year;  ///< fiscal year that the heading names
    SourcePosition source;
};

struct Header {
    std::vector<LaidColumn> columns;  ///< from left to right
    int rows = 1;                     ///< how many rows of the stream it takes
    int cells = 0;                    ///< how many cells its widest row has, blank ones included
    double score = 0;                 ///< 0 to 1: share of the form's columns that were found
};

/// The headings of one form, folded once.
class HeaderFinder {
  public:
    explicit HeaderFinder(const Form& form);

    /// The header that starts at `rows[at]`, over one to three rows; empty where there is none. A header names at least
    /// half of the form's required columns, and two.
    std::optional<Header> find(const std::vector<StreamRow>& rows, std::size_t at) const;

  private:
    struct Heading {
        const ColumnSpec* spec = nullptr;
        std::string key;
        bool alias = false;
    };
    bool may_start_header(const StreamRow& row) const;
    std::optional<Header> read(const std::vector<StreamRow>& rows, std::size_t at, int height) const;
    void assign(Header& header) const;
    void add_unheaded(Header& header) const;

    const Form& form_;

    std::vector<Heading> headings_;
    std::multimap<std::string, const ColumnSpec*> exact_;
    std::size_t required_columns_ = 0;
};

}  // namespace torimatome::parsers
