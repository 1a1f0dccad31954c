#include "debug_connection.h"

#include <poll.h>
#include <sys/socket.h>

#include <cerrno>

#include "inspector_text.h"

namespace jsvm {

namespace {

// How long a client may take for its request, and for the goodbye.
constexpr auto kRequestTime = std::chrono::seconds(30);
constexpr auto kGoodbyeTime = std::chrono::seconds(1);

// A client that takes nothing is dropped when this much waits for it, in bytes.
constexpr size_t kLongestQueue = 256 * 1024 * 1024;

std::string TargetList(const DebugTarget& target, const std::string& authority) {
  std::string address = authority + "/" + target.id;
  std::string frontend = "devtools://devtools/bundled/js_app.html?experiments=true&v8only=true&ws=" + address;
  return "[ {\n  \"description\": \"JSVM env\",\n  \"devtoolsFrontendUrl\": " + ToJsonString(frontend) +
         ",\n  \"id\": " + ToJsonString(target.id) + ",\n  \"title\": " + ToJsonString(target.title) +
         ",\n  \"type\": \"node\",\n  \"url\": " + ToJsonString("file://" + target.title) +
         ",\n  \"webSocketDebuggerUrl\": " + ToJsonString("ws://" + address) + "\n} ]\n";
}

std::string VersionInfo() {
  return "{\n  \"Browser\": " + ToJsonString(std::string("JSVM/v8-") + v8::V8::GetVersion()) +
         ",\n  \"Protocol-Version\": \"1.1\"\n}\n";
}

}  // namespace

DebugConnection::DebugConnection(Descriptor socket)
    : socket_(std::move(socket)), deadline_(Clock::now() + kRequestTime) {}

short DebugConnection::Interest(bool read) const {
  int events = out_start_ < out_.size() ? POLLOUT : 0;
  if (read || state_ != State::kOpen) events |= POLLIN;
  return static_cast<short>(events);
}

void DebugConnection::Read(const DebugTarget& target, const Handler& handler) {
  char bytes[16 * 1024];
  ssize_t count = recv(socket_.get(), bytes, sizeof(bytes), 0);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (count <= 0) {
    state_ = State::kFinished;
    return;
  }
  ReadBytes({bytes, static_cast<size_t>(count)}, target, handler);
}

void DebugConnection::ReadBytes(std::string_view bytes, const DebugTarget& target, const Handler& handler) {
  if (state_ == State::kHead) {
    head_.append(bytes);
    HttpHead head;
    size_t length = 0;
    switch (ReadHead(head_, &head, &length)) {
      case HeadState::kIncomplete:
        return;
      case HeadState::kMalformed:
        return Respond("400 Bad Request", "The request is not HTTP/1.1.\n");
      case HeadState::kTooLong:
        return Respond("431 Request Header Fields Too Large", "The head of the request is too long.\n");
      case HeadState::kComplete:
        break;
    }
    if (!Answer(head, target)) return;
    reader_.Feed(std::string_view(head_).substr(length));
    head_ = {};
    handler(Event::kOpened, {});
  } else if (state_ == State::kOpen) {
    reader_.Feed(bytes);
  }
  if (state_ == State::kOpen) ReadMessages(handler);
}

void DebugConnection::ReadMessages(const Handler& handler) {
  std::string payload;
  while (state_ == State::kOpen) {
    switch (reader_.Next(&payload)) {
      case WebSocketReader::Result::kNone:
        return;
      case WebSocketReader::Result::kText:
        handler(Event::kMessage, std::move(payload));
        break;
      case WebSocketReader::Result::kPing:
        Queue(WebSocketFrame(WebSocketOpcode::kPong, payload));
        break;
      case WebSocketReader::Result::kClose:
        Queue(WebSocketFrame(WebSocketOpcode::kClose, payload));
        Leave();
        break;
      case WebSocketReader::Result::kViolation:
        Queue(WebSocketCloseFrame(reader_.status()));
        Leave();
        break;
    }
  }
}

bool DebugConnection::Answer(const HttpHead& head, const DebugTarget& target) {
  const std::string* host = head.Only("host");
  if (host == nullptr || !IsLoopbackAuthority(*host)) {
    Respond("403 Forbidden", "The Host field has to name this computer: localhost or a loopback address.\n");
    return false;
  }
  if (head.method != "GET") {
    Respond("405 Method Not Allowed", "Only GET is served here.\n", "Allow: GET\r\n");
    return false;
  }
  if (head.Lists("upgrade", "websocket")) return Upgrade(head, target);
  std::string path = head.target.substr(0, head.target.find('?'));
  if (path == "/json" || path == "/json/list") {
    Respond("200 OK", TargetList(target, *host));
  } else if (path == "/json/version") {
    Respond("200 OK", VersionInfo());
  } else {
    Respond("404 Not Found", "Served here: /json, /json/list, /json/version.\n");
  }
  return false;
}

bool DebugConnection::Upgrade(const HttpHead& head, const DebugTarget& target) {
  const std::string* version = head.Only("sec-websocket-version");
  const std::string* key = head.Only("sec-websocket-key");
  if (version == nullptr || *version != "13") {
    Respond("426 Upgrade Required", "WebSocket version 13 is served here.\n", "Sec-WebSocket-Version: 13\r\n");
    return false;
  }
  std::string accept = key == nullptr ? std::string() : WebSocketAccept(*key);
  if (accept.empty() || !head.Lists("connection", "upgrade")) {
    Respond("400 Bad Request", "The WebSocket handshake is not complete.\n");
    return false;
  }
  if (head.target != "/" + target.id) {
    Respond("404 Not Found", "There is no such target: ask /json/list.\n");
    return false;
  }
  Queue("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
        accept + "\r\n\r\n");
  state_ = State::kOpen;
  return true;
}

void DebugConnection::Respond(const char* status, std::string_view body, const char* extra_fields) {
  bool json = !body.empty() && (body[0] == '[' || body[0] == '{');
  Queue(std::string("HTTP/1.1 ") + status + "\r\nContent-Type: " + (json ? "application/json" : "text/plain") +
        "; charset=UTF-8\r\nCache-Control: no-cache\r\nConnection: close\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\n" + extra_fields + "\r\n");
  Queue(body);
  Leave();
}

void DebugConnection::SendText(std::string_view message) {
  if (state_ != State::kOpen) return;
  Queue(WebSocketFrame(WebSocketOpcode::kText, message));
  if (out_.size() - out_start_ > kLongestQueue) state_ = State::kFinished;
}

void DebugConnection::Close() {
  if (state_ == State::kHead) state_ = State::kFinished;
  if (state_ != State::kOpen) return;
  Queue(WebSocketCloseFrame(kGoingAway));
  Leave();
}

void DebugConnection::Leave() {
  state_ = State::kLeaving;
  deadline_ = Clock::now() + kGoodbyeTime;
  Write();
}

void DebugConnection::Queue(std::string_view bytes) {
  out_.append(bytes);
}

void DebugConnection::Write() {
  while (out_start_ < out_.size()) {
    ssize_t count = send(socket_.get(), out_.data() + out_start_, out_.size() - out_start_, MSG_NOSIGNAL);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count < 0) {
      state_ = State::kFinished;
      return;
    }
    out_start_ += static_cast<size_t>(count);
  }
  out_.clear();
  out_start_ = 0;
  // The client goes when it has seen the end. Closing before it has would take from it what it has not read yet.
  if (state_ == State::kLeaving && !write_ended_) {
    write_ended_ = true;
    shutdown(socket_.get(), SHUT_WR);
  }
}

}  // namespace jsvm
