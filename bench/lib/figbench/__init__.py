"""What the benchmarks share: servers to start, loads to send, results to keep."""
