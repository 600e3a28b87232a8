// How far a run is, on one line of the terminal that is overwritten.
#pragma once

#include <cstddef>
#include <iosfwd>

namespace torimatome::pipeline {

class Progress {
  public:
    /// Writes to `out` where `visible`; else nowhere.
    Progress(std::ostream& out, bool visible) : out_(out), visible_(visible) {}
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(std::size_t done, std::size_t all);

    /// Empties the line, before another message or at the end.
    void clear();

  private:
    std::ostream& out_;
    bool visible_;
    bool shown_ = false;
};

/// Whether progress belongs on the standard error: it is a terminal.
bool standard_error_is_terminal();

}  // namespace torimatome::pipeline
