// Inflates a large part ahead of its reader, in a thread of its own: inflating takes about a third of the time.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <string>
#include <thread>

#include "parsers/xlsx/package.hpp"

namespace torimatome::parsers::xlsx {

/// While it lives, nothing else may read from the part's package: libzip is not made for threads.
class ReadAhead {
  public:
    explicit ReadAhead(PartReader part);
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// The next bytes of the part, in order; empty at its end. Throws what reading threw.
    std::string next();

  private:
    void run();
    void put(std::string piece);

    PartReader part_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::string> pieces_;
    std::exception_ptr error_;
    bool ended_ = false;
    bool stopped_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace torimatome::parsers::xlsx
