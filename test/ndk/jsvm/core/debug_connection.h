// One connection of a debugger's client: an HTTP request that is answered, or one that becomes a WebSocket.
#ifndef ARKHOST_JSVM_CORE_DEBUG_CONNECTION_H_
#define ARKHOST_JSVM_CORE_DEBUG_CONNECTION_H_

#include <chrono>
#include <functional>

#include "http_head.h"
#include "loopback.h"
#include "web_socket.h"

namespace jsvm {

// What can be debugged here.
struct DebugTarget {
  std::string id;  // the path of the WebSocket, known only to those who may ask for it
  std::string title;
};

class DebugConnection {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Event { kOpened, kMessage };
  using Handler = std::function<void(Event, std::string)>;

  explicit DebugConnection(Descriptor socket);

  int descriptor() const { return socket_.get(); }
  // What poll() is to wait for; `read` false leaves out reading messages.
  short Interest(bool read) const;
  // When Expire() is to be called, if nothing happens before.
  Clock::time_point deadline() const { return deadline_; }
  bool has_deadline() const { return state_ != State::kOpen; }
  // True once nothing can be done with it any more.
  bool finished() const { return state_ == State::kFinished; }
  // True from the handshake until the client closes it or is gone.
  bool open() const { return state_ == State::kOpen; }

  // Takes bytes from the client and answers; `handler` gets what the debugger is concerned with.
  void Read(const DebugTarget& target, const Handler& handler);
  void Write();
  void SendText(std::string_view message);
  // Closes in good order: what is to be sent is sent.
  void Close();
  // The deadline has passed.
  void Expire() { state_ = State::kFinished; }

 private:
  enum class State {
    kHead,     // waits for a request
    kOpen,     // a WebSocket
    kLeaving,  // sends what is left, then waits for the other side to go
    kFinished
  };

  void ReadBytes(std::string_view bytes, const DebugTarget& target, const Handler& handler);
  void ReadMessages(const Handler& handler);
  // Answers the request. True when the connection became a WebSocket.
  bool Answer(const HttpHead& head, const DebugTarget& target);
  bool Upgrade(const HttpHead& head, const DebugTarget& target);
  void Respond(const char* status, std::string_view body, const char* extra_fields = "");
  void Queue(std::string_view bytes);
  void Leave();

  Descriptor socket_;
  State state_ = State::kHead;
  bool write_ended_ = false;
  Clock::time_point deadline_;
  std::string head_;
  WebSocketReader reader_;
  std::string out_;
  size_t out_start_ = 0;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_DEBUG_CONNECTION_H_
