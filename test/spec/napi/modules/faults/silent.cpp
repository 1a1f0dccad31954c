// A library that registers no module.
extern "C" int Answer() {
  return 42;
}
