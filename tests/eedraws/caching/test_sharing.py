"""Pages that processes share by a Redis server: one makes a page, others send it; without the server each makes its own."""

import shutil
import subprocess
import time

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import override_settings

from core.freshness import CURRENT
from eedraws.caching.middleware import PageCacheMiddleware
from eedraws.caching.sharing import caches
from eedraws.caching.store import STORE


class TestSetting:
    def test_is_memory_alone_without_an_address(self):
        assert list(caches("")) == ["default"]

    def test_names_the_server_for_what_the_site_counts_and_for_pages(self):
        assert {each["LOCATION"] for each in caches("redis://127.0.0.1:6379/1").values()} == {
            "redis://127.0.0.1:6379/1"
        }
        assert caches("unix:///run/redis.sock").keys() == {"default", "pages"}

    @pytest.mark.parametrize("url", ["memcached://secret@host", "10.0.0.7:6379", "redis:secret"])
    def test_refuses_what_is_no_address_and_does_not_repeat_it(self, url):
        with pytest.raises(ImproperlyConfigured, match="CACHE_URL") as refused:
            caches(url)
        assert url not in str(refused.value)


@pytest.fixture
def redis(tmp_path):
    """A Redis server of the test's own, which it may stop and start."""
    program = shutil.which("redis-server")
    assert program, "This test needs redis-server (Debian: apt-get install redis-server)."
    socket = tmp_path / "redis.sock"
    command = [program, "--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", str(tmp_path)]

    class Server:
        def start(self):
            self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            for _ in range(100):
                if socket.exists():
                    return
                time.sleep(0.05)

        def stop(self):
            self.process.kill()
            self.process.wait()
            socket.unlink(missing_ok=True)

    server = Server()
    server.start()
    settings = {"CACHES": caches(f"unix://{socket}"), "PAGE_CACHE_BYTES": 1_000_000}
    with override_settings(**settings):
        STORE.clear()
        STORE._failed_at = float("-inf")
        yield server
    STORE.clear()
    STORE._failed_at = float("-inf")
    server.stop()


@pytest.mark.thorough
@pytest.mark.django_db
class TestRedis:
    @pytest.fixture(autouse=True)
    def site(self):
        CURRENT.forget()
        self.made = 0

        def answer(request):
            self.made += 1
            return HttpResponse(f"page {self.made}", headers={"ETag": f'"{self.made}"'})

        self.middleware = PageCacheMiddleware(answer)
        yield
        CURRENT.forget()

    def ask(self, path="/"):
        return self.middleware(RequestFactory().get(path, headers={"host": "testserver"})).content

    def other_process(self):
        """What another process has in memory: nothing of this one."""
        STORE.clear()

    def test_another_process_sends_the_page_that_this_one_made(self, redis):
        assert self.ask() == b"page 1"
        self.other_process()
        assert self.ask() == b"page 1"
        assert self.made == 1

    def test_a_server_that_is_gone_makes_it_slower_and_stops_nothing(self, redis, caplog):
        assert self.ask() == b"page 1"
        redis.stop()
        self.other_process()
        assert self.ask() == b"page 2"
        assert "does not answer" in caplog.text
        self.other_process()
        assert self.ask() == b"page 3"
        redis.start()
        STORE._failed_at = float("-inf")
        self.other_process()
        assert self.ask() == b"page 4"
        self.other_process()
        assert self.ask() == b"page 4"

    def test_a_page_that_another_process_is_making_is_waited_for(self, redis, monkeypatch):
        from django.core.cache import caches as django_caches

        from eedraws.caching import store
        from eedraws.caching.pages import page_of

        fresh = CURRENT.get()
        name = store._name("/", fresh)
        django_caches["pages"].add(f"{name}:making", 1, 10)
        page = page_of(HttpResponse("theirs", headers={"ETag": '"x"'}), fresh.number, fresh.due_at)
        slept = []
        monkeypatch.setattr(
            store, "sleep", lambda seconds: (slept.append(seconds), django_caches["pages"].set(name, page))
        )
        assert self.ask() == b"theirs"
        assert len(slept) == 1

    def test_one_that_takes_too_long_is_not_waited_for(self, redis, monkeypatch):
        from django.core.cache import caches as django_caches

        from eedraws.caching import store

        monkeypatch.setattr(store, "WAIT", 0.1)
        django_caches["pages"].add(f"{store._name('/', CURRENT.get())}:making", 1, 10)
        assert self.ask() == b"page 1"
