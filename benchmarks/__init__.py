"""Speed and memory of the product, each beside its floor in the same run; ratios hold better than times."""
