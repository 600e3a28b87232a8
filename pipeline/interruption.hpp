// What is tidied up when the user stops the program (Ctrl+C) or the system ends it.
#pragma once

#include <filesystem>

namespace torimatome::pipeline {

/// As long as it lives, `file` is removed when the program is ended by SIGINT, SIGTERM or SIGHUP. One file at a time:
/// while there is one, others are not covered.
class RemovedWhenInterrupted {
  public:
    explicit RemovedWhenInterrupted(const std::filesystem::path& file);
    RemovedWhenInterrupted(const RemovedWhenInterrupted&) = delete;
    RemovedWhenInterrupted& operator=(const RemovedWhenInterrupted&) = delete;
    ~RemovedWhenInterrupted();

  private:
    bool covered_ = false;
};

/// Makes these signals end the process at once again: in a worker, the program's file is not the worker's to remove.
void end_at_once_when_interrupted();

}  // namespace torimatome::pipeline
