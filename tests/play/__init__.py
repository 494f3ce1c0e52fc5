"""The four days of the litter case, played by hands; what they leave behind is the example that ships."""
