#include "pipeline/worker.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <ostream>
#include <streambuf>

#include "model/finding.hpp"
#include "model/language.hpp"
#include "pipeline/finding_text.hpp"
#include "pipeline/interruption.hpp"
#include "pipeline/job_failure.hpp"
#include "pipeline/packet.hpp"
#include "pipeline/spool.hpp"

namespace torimatome::pipeline {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
// Sanitizers reserve far more address space than any limit, and their reports are wanted.
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

// Where an answer goes: its first part as packets, what is more into a file that is handed over in the end, so that a
// large answer neither stands whole in the worker's memory nor passes through the socket.
class AnswerBuffer : public std::streambuf {
  public:
    AnswerBuffer(int socket, const WorkerLimits& limits) : socket_(socket), limits_(limits) {
        setp(bytes_.data(), bytes_.data() + bytes_.size());
    }
    AnswerBuffer(const AnswerBuffer&) = delete;
    AnswerBuffer& operator=(const AnswerBuffer&) = delete;
    ~AnswerBuffer() override {
        if (file_ >= 0) close(file_);
    }

    // Sends what is left. False where the program is gone.
    bool finish() {
        pass_on();
        if (file_ >= 0 && !send_file(socket_, file_)) return false;
        return send_packet(socket_, PacketKind::end);
    }

  protected:
    int_type overflow(int_type c) override {
        pass_on();
        if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
        return traits_type::not_eof(c);
    }

    std::streamsize xsputn(const char* text, std::streamsize size) override {
        if (file_ < 0 || static_cast<std::size_t>(size) < bytes_.size()) return std::streambuf::xsputn(text, size);
        pass_on();
        write_to_file({text, static_cast<std::size_t>(size)});
        return size;
    }

  private:
    void pass_on() {
        const std::string_view written(pbase(), static_cast<std::size_t>(pptr() - pbase()));
        setp(bytes_.data(), bytes_.data() + bytes_.size());
        if (written.empty()) return;
        if (file_ < 0 && passed_on_ >= kInPackets) file_ = open_nameless_file();
        if (file_ >= 0) return write_to_file(written);
        // Without the program there is nobody to answer to.
        if (!send_packet(socket_, PacketKind::piece, written)) _exit(0);
        passed_on_ += written.size();
    }

    void write_to_file(std::string_view bytes) {
        passed_on_ += bytes.size();
        if (passed_on_ > limits_.answer_bytes) throw Error(answer_size_failure(limits_));
        write_all(file_, bytes);
    }

    static constexpr std::uint64_t kInPackets = 1U << 20;

    int socket_;
    const WorkerLimits& limits_;
    int file_ = -1;
    std::uint64_t passed_on_ = 0;
    std::array<char, kPacketData> bytes_;
};

void limit(int resource, rlim_t soft) {
    rlimit limits{};
    if (getrlimit(static_cast<__rlimit_resource_t>(resource), &limits) != 0) return;
    limits.rlim_cur = limits.rlim_max == RLIM_INFINITY ? soft : std::min(soft, limits.rlim_max);
    setrlimit(static_cast<__rlimit_resource_t>(resource), &limits);
}

// The limit of RLIMIT_CPU counts from the start of the process; a worker does many jobs.
void allow_cpu_seconds_from_now(int seconds) {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const long microseconds = used.ru_utime.tv_usec + used.ru_stime.tv_usec;
    const long whole = used.ru_utime.tv_sec + used.ru_stime.tv_sec + (microseconds + 999'999) / 1'000'000;
    limit(RLIMIT_CPU, static_cast<rlim_t>(whole + seconds));
}

// A worker holds nothing of the program's but its own socket: an output or another worker's socket that stayed open
// here would outlive the program. What libraries print when they give up (a heap check, an uncaught exception) is
// told by the worker's end; the user's terminal is for the program's own messages.
int keep_only(int socket) {
    constexpr int kKept = 3;
    const int null_device = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null_device >= 0) {
        dup2(null_device, STDIN_FILENO);
        dup2(null_device, STDOUT_FILENO);
        if (!kSanitized) dup2(null_device, STDERR_FILENO);
    }
    if (socket != kKept) dup2(socket, kKept);
    close_range(kKept + 1, ~0U, 0);
    return kKept;
}

std::optional<std::string> receive_payload(int socket, Packet& packet) {
    std::string payload;
    while (receive_packet(socket, packet, true) == Received::packet) {
        if (packet.kind == PacketKind::end) return payload;
        payload.append(packet.data);
    }
    return std::nullopt;
}

void do_job(int socket, const JobFunction& function, const std::string& payload, const WorkerLimits& limits) {
    try {
        AnswerBuffer buffer(socket, limits);
        std::ostream answer(&buffer);
        answer.exceptions(std::ios::badbit);  // lets through what the buffer throws
        function(payload, answer);
        buffer.finish();
    } catch (const std::bad_alloc&) {
        send_packet(socket, PacketKind::out_of_memory);
        _exit(0);  // the heap may be full of what the job left behind
    } catch (const Error& error) {
        send_packet(socket, PacketKind::error, pack_finding(error.finding(), kPacketData));
    } catch (const std::exception& exception) {
        send_packet(socket, PacketKind::exception, std::string_view(exception.what()).substr(0, kPacketData));
    }
}

[[noreturn]] void serve(int socket, const JobFunction& function, const WorkerLimits& limits) {
    if (!kSanitized) limit(RLIMIT_AS, limits.memory_bytes);
    limit(RLIMIT_CORE, 0);
    signal(SIGXCPU, SIG_DFL);
    end_at_once_when_interrupted();
    Packet packet;
    while (const std::optional<std::string> payload = receive_payload(socket, packet)) {
        allow_cpu_seconds_from_now(limits.cpu_seconds);
        do_job(socket, function, *payload, limits);
    }
    _exit(0);
}

[[noreturn]] void fail(int reason) {
    Finding finding;
    finding.code = "worker.no-process";
    finding.severity = Severity::error;
    finding.message = tell(fmt::format("処理用のプロセスを作れません（{}）。", std::strerror(reason)),
                           fmt::format("Cannot start a worker process ({}).", std::strerror(reason)));
    finding.hint = tell("--jobs を小さくしてやり直してください。", "Please try again with a smaller --jobs.");
    throw Error(std::move(finding));
}

}  // namespace

WorkerHandle start_worker(const JobFunction& function, const WorkerLimits& limits) {
    std::array<int, 2> sockets{};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets.data()) != 0) fail(errno);
    const pid_t parent = getpid();
    const pid_t pid = fork();
    if (pid < 0) {
        const int reason = errno;
        close(sockets[0]);
        close(sockets[1]);
        fail(reason);
    }
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) _exit(0);
        serve(keep_only(sockets[1]), function, limits);
    }
    close(sockets[1]);
    return {pid, sockets[0]};
}

int end_worker(WorkerHandle& worker) {
    if (worker.socket >= 0) close(worker.socket);
    worker.socket = -1;
    int status = 0;
    if (worker.pid > 0) {
        kill(worker.pid, SIGKILL);  // without effect where it has ended by itself: the status stays its own
        while (waitpid(worker.pid, &status, 0) < 0 && errno == EINTR) {
        }
    }
    worker.pid = -1;
    return status;
}

}  // namespace torimatome::pipeline
