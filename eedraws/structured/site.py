"""The site and who publishes it. Pure: no Django. `site` is its address without a slash at the end."""

from eedraws.structured.writing import Node

NAME = "eedraws"
SEARCH = "/search/?q={search_term_string}"


def organization(site: str, logo: str) -> Node:
    """Whoever publishes the site, with what it promises on its own pages; `logo` is the address of a picture."""
    return {
        "@type": "Organization",
        "@id": f"{site}/#organization",
        "name": NAME,
        "url": f"{site}/",
        "logo": {"@type": "ImageObject", "url": logo, "width": 512, "height": 512},
        "publishingPrinciples": f"{site}/about/",
        "correctionsPolicy": f"{site}/corrections/",
        "ownershipFundingInfo": f"{site}/about/funding/",
    }


def website(site: str, description: str, language: str) -> Node:
    """The site, with its search."""
    return {
        "@type": "WebSite",
        "@id": f"{site}/#website",
        "name": NAME,
        "url": f"{site}/",
        "description": description,
        "inLanguage": language,
        "publisher": {"@id": f"{site}/#organization"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": site + SEARCH},
            "query-input": "required name=search_term_string",
        },
    }
