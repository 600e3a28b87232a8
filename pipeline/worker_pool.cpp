#include "pipeline/worker_pool.hpp"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <map>

#include "pipeline/finding_text.hpp"
#include "pipeline/job_failure.hpp"
#include "pipeline/packet.hpp"

namespace torimatome::pipeline {

namespace {

using Clock = std::chrono::steady_clock;

// Finished answers wait in memory for their turn; this bounds how many.
constexpr std::size_t kJobsAheadPerWorker = 16;

// Packets taken from one worker before the others and the clock are looked at again.
constexpr int kPacketsInTurn = 64;

struct Worker {
    WorkerHandle handle;
    std::optional<std::size_t> job;
    bool fresh = true;  ///< has had no job yet
    Clock::time_point deadline;
    Spool answer;
};

class Pool {
  public:
    Pool(const std::vector<std::string>& payloads, const JobFunction& function, const PoolOptions& options)
        : payloads_(payloads), function_(function), limits_(options.limits) {
        const std::size_t wanted = std::min<std::size_t>(std::max(1U, options.workers), payloads.size());
        for (std::size_t i = 0; i < wanted; ++i) add_worker();
    }
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;
    ~Pool() {
        for (Worker& worker : workers_) end_worker(worker.handle);
    }

    void run(const std::function<void(JobResult&)>& deliver) {
        while (delivered_ < payloads_.size()) {
            start_jobs();
            wait_for_answers();
            end_overdue_jobs();
            deliver_finished(deliver);
        }
    }

  private:
    void add_worker() {
        try {
            Worker worker;
            worker.handle = start_worker(function_, limits_);
            workers_.push_back(std::move(worker));
        } catch (const Error&) {
            if (workers_.empty()) throw;  // fewer workers than wished do the work too
        }
    }

    void replace(Worker& worker) {
        workers_.erase(workers_.begin() + (&worker - workers_.data()));
        if (workers_.size() < payloads_.size() - next_job_) add_worker();
    }

    bool job_may_start() const {
        return next_job_ < payloads_.size() && next_job_ < delivered_ + workers_.size() * kJobsAheadPerWorker;
    }

    void start_jobs() {
        for (std::size_t i = 0; i < workers_.size() && job_may_start();) {
            if (workers_[i].job || start_job(workers_[i])) ++i;
        }
    }

    // False where the worker was gone and another has taken its place.
    bool start_job(Worker& worker) {
        const bool sent = send_text(worker.handle.socket, payloads_[next_job_]);
        if (!sent && !worker.fresh) {
            // It was ended from outside while it had nothing to do, which is not the job's fault.
            end_worker(worker.handle);
            replace(worker);
            return false;
        }
        worker.fresh = false;
        worker.job = next_job_++;
        worker.deadline = Clock::now() + limits_.wall_time;
        return true;
    }

    int milliseconds_to_next_deadline() const {
        Clock::time_point next = Clock::now() + std::chrono::hours(1);
        for (const Worker& worker : workers_) {
            if (worker.job) next = std::min(next, worker.deadline);
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now());
        return static_cast<int>(std::max<std::int64_t>(0, left.count()));
    }

    void wait_for_answers() {
        std::vector<pollfd> polls;
        for (const Worker& worker : workers_) polls.push_back({worker.handle.socket, POLLIN, 0});
        if (poll(polls.data(), polls.size(), milliseconds_to_next_deadline()) <= 0) return;
        // From the last to the first, because a worker that ended is taken out and its successor comes last.
        for (std::size_t i = polls.size(); i-- > 0;) {
            if (polls[i].revents != 0) receive(workers_[i]);
        }
    }

    void receive(Worker& worker) {
        for (int i = 0; i < kPacketsInTurn; ++i) {
            switch (receive_packet(worker.handle.socket, packet_, false)) {
                case Received::nothing: return;
                case Received::closed: return fail_with_status(worker);
                case Received::packet: break;
            }
            switch (packet_.kind) {
                case PacketKind::piece:
                    if (worker.answer.size() + packet_.data.size() > limits_.answer_bytes) {
                        return stop(worker, answer_size_failure(limits_));
                    }
                    worker.answer.append(packet_.data);
                    break;
                case PacketKind::file: worker.answer.append_file(packet_.file); break;
                case PacketKind::end: return finish(worker, std::nullopt);
                case PacketKind::error: return finish(worker, unpack_finding(packet_.data));
                case PacketKind::exception: return finish(worker, exception_failure(packet_.data));
                case PacketKind::out_of_memory: return stop(worker, memory_failure(limits_));
            }
        }
    }

    void finish(Worker& worker, std::optional<Finding> failure) {
        if (!worker.job) return;
        JobResult result;
        result.index = *worker.job;
        if (!failure) result.answer = std::move(worker.answer);
        result.failure = std::move(failure);
        worker.answer = Spool();
        worker.job.reset();
        finished_.emplace(result.index, std::move(result));
    }

    void stop(Worker& worker, Finding failure) {
        end_worker(worker.handle);
        finish(worker, std::move(failure));
        replace(worker);
    }

    void fail_with_status(Worker& worker) {
        const int status = end_worker(worker.handle);
        finish(worker, ended_failure(status, limits_));
        replace(worker);
    }

    void end_overdue_jobs() {
        for (std::size_t i = workers_.size(); i-- > 0;) {
            const bool overdue = workers_[i].job && workers_[i].deadline <= Clock::now();
            if (overdue) stop(workers_[i], wall_time_failure(limits_));
        }
    }

    void deliver_finished(const std::function<void(JobResult&)>& deliver) {
        for (auto next = finished_.begin(); next != finished_.end() && next->first == delivered_;) {
            deliver(next->second);
            next = finished_.erase(next);
            ++delivered_;
        }
    }

    const std::vector<std::string>& payloads_;
    const JobFunction& function_;
    const WorkerLimits limits_;
    std::vector<Worker> workers_;
    std::map<std::size_t, JobResult> finished_;
    std::size_t next_job_ = 0;
    std::size_t delivered_ = 0;
    Packet packet_;
};

}  // namespace

void run_jobs(const std::vector<std::string>& payloads, const JobFunction& function, const PoolOptions& options,
              const std::function<void(JobResult&)>& deliver) {
    if (payloads.empty()) return;
    Pool(payloads, function, options).run(deliver);
}

}  // namespace torimatome::pipeline
