#include "debug_server.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace jsvm {

namespace {

constexpr size_t kMostConnections = 32;
// How long to wait before looking again for a full listener or for a free descriptor.
constexpr int kRetryMilliseconds = 50;

// Signals belong to the engine's threads.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &previous_);
  }
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &previous_, nullptr); }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t previous_;
};

int MillisecondsUntil(DebugConnection::Clock::time_point deadline) {
  auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - DebugConnection::Clock::now()).count();
  return static_cast<int>(std::clamp<decltype(left)>(left, 0, 60'000));
}

}  // namespace

std::unique_ptr<DebugServer> DebugServer::Start(std::vector<Descriptor> sockets, DebugTarget target,
                                                Listener* listener) {
  std::unique_ptr<DebugServer> server(new DebugServer(std::move(sockets), std::move(target), listener));
  if (!server->wake_) return nullptr;
  SignalsBlocked blocked;
  server->thread_ = std::thread(&DebugServer::Run, server.get());
  return server;
}

DebugServer::DebugServer(std::vector<Descriptor> sockets, DebugTarget target, Listener* listener)
    : sockets_(std::move(sockets)),
      target_(std::move(target)),
      listener_(listener),
      wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

DebugServer::~DebugServer() {
  if (!thread_.joinable()) return;
  Command([](Commands* commands) { commands->stop = true; });
  thread_.join();
}

void DebugServer::Send(int client, std::string message) {
  Command([&](Commands* commands) { commands->messages.emplace_back(client, std::move(message)); });
}

void DebugServer::StopListening() {
  Command([](Commands* commands) { commands->stop_listening = true; });
}

void DebugServer::Command(const std::function<void(Commands*)>& change) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    change(&commands_);
  }
  const uint64_t one = 1;
  // Fails only when the counter is full, and then the thread is woken anyway.
  [[maybe_unused]] ssize_t written = write(wake_.get(), &one, sizeof(one));
}

void DebugServer::Run() {
  pthread_setname_np(pthread_self(), "JsvmInspector");
  while (Poll()) {
  }
}

void DebugServer::Obey() {
  uint64_t count = 0;
  [[maybe_unused]] ssize_t got = read(wake_.get(), &count, sizeof(count));
  Commands commands;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    std::swap(commands, commands_);
  }
  for (const auto& [client, message] : commands.messages) {
    auto found = connections_.find(client);
    if (found == connections_.end() || !found->second.open()) continue;
    found->second.SendText(message);
    if (!found->second.open()) listener_->Closed(client);  // it takes nothing: dropped
  }
  if (commands.stop_listening || commands.stop) {
    sockets_.clear();
    // Those that have not become a session yet will not become one.
    for (auto& [client, connection] : connections_) {
      if (!connection.open()) connection.Close();
    }
  }
  if (!commands.stop) return;
  stopping_ = true;
  for (auto& [client, connection] : connections_) {
    if (!connection.open()) continue;
    connection.Close();
    listener_->Closed(client);
  }
}

bool DebugServer::Poll() {
  if (stopping_ && connections_.empty()) return false;
  bool full = listener_->IsFull();
  bool accepting = connections_.size() < kMostConnections && !out_of_descriptors_;
  int timeout = full || out_of_descriptors_ ? kRetryMilliseconds : -1;
  std::vector<pollfd> polled{{wake_.get(), POLLIN, 0}};
  for (const Descriptor& socket : sockets_) polled.push_back({accepting ? socket.get() : -1, POLLIN, 0});
  size_t first_connection = polled.size();
  std::vector<int> clients;
  for (auto& [client, connection] : connections_) {
    clients.push_back(client);
    polled.push_back({connection.descriptor(), connection.Interest(!full), 0});
    if (!connection.has_deadline()) continue;
    int left = MillisecondsUntil(connection.deadline());
    timeout = timeout < 0 ? left : std::min(timeout, left);
  }
  out_of_descriptors_ = false;
  if (poll(polled.data(), polled.size(), timeout) < 0) return errno == EINTR;
  for (size_t i = 0; i < clients.size(); ++i) {
    Serve(clients[i], &connections_.at(clients[i]), polled[first_connection + i].revents);
  }
  for (size_t i = 1; i < first_connection; ++i) {
    if (polled[i].revents != 0) Accept(polled[i].fd);
  }
  if (polled[0].revents != 0) Obey();
  DropFinished();
  return true;
}

void DebugServer::Accept(int socket) {
  Descriptor accepted(accept4(socket, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
  if (!accepted) {
    out_of_descriptors_ = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
    return;
  }
  const int on = 1;  // messages are answers somebody waits for; a local socket does not know the option
  setsockopt(accepted.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
  connections_.emplace(next_client_++, DebugConnection(std::move(accepted)));
}

void DebugServer::Serve(int client, DebugConnection* connection, short events) {
  bool was_open = connection->open();
  auto handler = [&](DebugConnection::Event event, std::string message) {
    if (event == DebugConnection::Event::kOpened) {
      was_open = true;
      listener_->Opened(client);
    } else {
      listener_->Received(client, std::move(message));
    }
  };
  if ((events & POLLOUT) != 0) connection->Write();
  if ((events & (POLLIN | POLLHUP | POLLERR)) != 0 && !connection->finished()) connection->Read(target_, handler);
  if (connection->has_deadline() && connection->deadline() <= DebugConnection::Clock::now()) connection->Expire();
  if (was_open && !connection->open()) listener_->Closed(client);
}

void DebugServer::DropFinished() {
  for (auto it = connections_.begin(); it != connections_.end();) {
    it = it->second.finished() ? connections_.erase(it) : std::next(it);
  }
}

}  // namespace jsvm
