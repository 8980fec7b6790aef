import pytest

from tests.deploy.serving import Application


@pytest.fixture(scope="session")
def static_files(tmp_path_factory):
    """Collect the static files once: every application shows them by the names of their content."""
    folder = tmp_path_factory.mktemp("collecting")
    # Nothing is asked of its database.
    (folder / "site.sqlite3").touch()
    Application(folder).manage("collectstatic", "--no-input", "--verbosity=0")


@pytest.fixture
def running(static_files, transactional_db):
    """Return a function that starts an application; all of them end with the test."""
    begun = []

    def run(*args, **options):
        application = Application(*args, **options)
        begun.append(application)
        application.start()
        return application

    yield run
    for application in begun:
        if application.process.poll() is None:
            application.stop()


@pytest.fixture
def site(running, tmp_path):
    return running(tmp_path)
