"""Tests of the surfaces that plan and review, through hands."""
