// Parsed pieces of a large part on their way from the thread that parses them to the one that reads them.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <pugixml.hpp>
#include <string>
#include <thread>

namespace torimatome::parsers::xlsx {

/// Some whole items of a list. The document points into the text.
struct XmlBatch {
    std::string text;
    pugi::xml_document document;
    std::size_t list = 0;    ///< which of the lists that were asked for
    std::uint64_t done = 0;  ///< bytes of the part inflated so far
};

using TakeBatch = std::function<void(std::unique_ptr<XmlBatch>)>;

/// Runs `produce` in a thread of its own, a few batches ahead of `take`, which gets them in order in this thread.
/// Throws what either of them throws, what `produce` threw after all batches before it. Both have ended when it
/// returns.
void run_ahead(const std::function<void(const TakeBatch& hand_over)>& produce, const TakeBatch& take);

}  // namespace torimatome::parsers::xlsx
