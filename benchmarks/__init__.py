"""Benchmarks: each prints ratios against something run beside it."""
