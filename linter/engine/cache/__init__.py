"""What is kept between runs, one module a kind."""
