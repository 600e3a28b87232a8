#include "parsers/xlsx/read_ahead.hpp"

#include <utility>

namespace torimatome::parsers::xlsx {

namespace {
constexpr std::size_t kPieceSize = 1 << 17;
constexpr std::size_t kPiecesAhead = 8;
}  // namespace

ReadAhead::ReadAhead(PartReader part) : part_(std::move(part)), thread_([this] { run(); }) {}

ReadAhead::~ReadAhead() {
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

std::string ReadAhead::next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !pieces_.empty() || ended_; });
    if (pieces_.empty()) {
        if (error_) std::rethrow_exception(error_);
        return {};
    }
    std::string piece = std::move(pieces_.front());
    pieces_.pop_front();
    lock.unlock();
    changed_.notify_all();
    return piece;
}

void ReadAhead::put(std::string piece) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return pieces_.size() < kPiecesAhead || stopped_; });
    if (piece.empty()) ended_ = true;
    if (!piece.empty() && !stopped_) pieces_.push_back(std::move(piece));
    lock.unlock();
    changed_.notify_all();
}

void ReadAhead::run() {
    try {
        while (true) {
            std::string piece(kPieceSize, '\0');
            piece.resize(read_some(part_, piece.data(), piece.size()));
            const bool last = piece.empty();
            put(std::move(piece));
            const std::lock_guard lock(mutex_);
            if (last || stopped_) return;
        }
    } catch (...) {
        const std::lock_guard lock(mutex_);
        error_ = std::current_exception();
        ended_ = true;
    }
    changed_.notify_all();
}

}  // namespace torimatome::parsers::xlsx
