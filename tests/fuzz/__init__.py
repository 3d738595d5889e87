"""`make fuzz`: no input stops anything with an error of the code, or acts in what is shown."""
