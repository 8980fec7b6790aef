import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile

from core.storage import WholeFileStorage, media


@pytest.fixture
def storage(tmp_path):
    return WholeFileStorage(location=tmp_path / "media")


def names(storage):
    return sorted(path.name for path in storage.base_location.rglob("*") if path.is_file())


def test_a_file_is_kept_under_its_name_for_servers_to_read(storage):
    assert storage.save("pictures/a.webp", ContentFile(b"whole")) == "pictures/a.webp"
    with storage.open("pictures/a.webp") as file:
        assert file.read() == b"whole"
    assert storage.base_location.joinpath("pictures/a.webp").stat().st_mode & 0o777 == 0o644
    assert names(storage) == ["a.webp"]


def test_a_file_that_breaks_off_is_not_there(storage):
    class Breaking(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"half"
            raise OSError("No space left on device")

    with pytest.raises(OSError, match="No space"):
        storage.save("a.webp", Breaking(b"whole"))
    assert names(storage) == []


class TestSetting:
    def test_is_the_disk_unless_another_storage_is_named(self):
        assert media("", "") == {"BACKEND": "core.storage.WholeFileStorage", "OPTIONS": {}}
        assert media("storages.backends.s3.S3Storage", '{"bucket_name": "pictures"}') == {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {"bucket_name": "pictures"},
        }

    @pytest.mark.parametrize("options", ['{"key": "secret"', '["secret"]', "secret"])
    def test_options_that_cannot_be_read_stop_the_start_and_are_not_repeated(self, options):
        with pytest.raises(ImproperlyConfigured, match="MEDIA_STORAGE_OPTIONS") as refused:
            media("", options)
        assert "secret" not in str(refused.value)
