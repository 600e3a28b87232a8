#include "pipeline/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <ostream>

#include "model/language.hpp"

namespace torimatome::pipeline {

void Progress::show(std::size_t done, std::size_t all) {
    if (!visible_) return;
    out_ << tell(fmt::format("\r\033[K読み取り中 {}/{}", done, all), fmt::format("\r\033[KReading {}/{}", done, all))
         << std::flush;
    shown_ = true;
}

void Progress::clear() {
    if (!shown_) return;
    out_ << "\r\033[K" << std::flush;
    shown_ = false;
}

bool standard_error_is_terminal() { return isatty(STDERR_FILENO) == 1; }

}  // namespace torimatome::pipeline
