// Packages: versions stand in one place.
using System.Xml.Linq;
using Xunit;

namespace Dsl.Repository.Tests.Code;

public class PackageTests
{
    [Fact]
    public void 包的版本只写在一处()
    {
        foreach (var project in RepositoryFiles.Projects)
        {
            Assert.DoesNotContain(
                XDocument.Parse(project.Text).Descendants("PackageReference"),
                static reference => reference.Attribute("Version") is not null || reference.Element("Version") is not null
                    || reference.Attribute("VersionOverride") is not null);
        }
    }

    [Fact]
    public void 登记的包都有人用()
    {
        var used = RepositoryFiles.Projects
            .SelectMany(static project => XDocument.Parse(project.Text).Descendants("PackageReference"))
            .Select(static reference => (string?)reference.Attribute("Include"))
            .ToHashSet();
        var central = XDocument.Parse(RepositoryFiles.All.Single(static file => file.Path == "Directory.Packages.props").Text);
        // The group after the comment "transitive pins" is used through other packages.
        var declared = central.Descendants("PackageVersion")
            .TakeWhile(static version => !version.NodesBeforeSelf().OfType<XComment>()
                .Any(static comment => comment.Value.Contains("transitive", StringComparison.Ordinal)))
            .Select(static version => (string?)version.Attribute("Include"));
        Assert.Empty(declared.Except(used));
    }
}
