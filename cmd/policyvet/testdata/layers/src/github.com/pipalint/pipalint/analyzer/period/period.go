package period
