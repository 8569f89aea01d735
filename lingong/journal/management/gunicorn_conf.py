"""How gunicorn serves the pages (docs/decisions/ says why it is gunicorn, and why these numbers)."""

worker_class = "gthread"
threads = 4
preload_app = True  # loaded once, then forked; nothing opens a connection while it loads
timeout = 60  # a cold start on a busy machine counts too
graceful_timeout = 3  # for requests in hand; browsers that only hold a connection open are not waited for
keepalive = 5
loglevel = "warning"
control_socket_disable = True
accesslog = None  # addresses of people do not belong in a log
