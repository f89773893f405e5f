using System.Reflection;
using System.Xml.Linq;
using Workflow.Engine.Deciding;
using Workflow.Tests.Support;

namespace Workflow.Tests.Guarantees;

public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["engine/Workflow.Engine"] = [],
        ["engine/Workflow.Definitions"] = ["Workflow.Engine"],
        ["engine/Workflow.Storage"] = ["Workflow.Engine"],
        ["host"] = ["Workflow.Definitions", "Workflow.Engine", "Workflow.Storage"],
    };

    [Test]
    public void The_engine_references_only_the_base_library() =>
        Assert.That(typeof(CaseDecider).Assembly.GetReferencedAssemblies().Select(a => a.Name), Is.All.StartsWith("System."));

    [Test]
    public void The_engine_has_no_package_but_build_time_ones() =>
        Assert.That(Items("engine/Workflow.Engine", "PackageReference").Where(p => p.Attribute("PrivateAssets")?.Value.ToLowerInvariant() != "all").Select(p => p.ToString()), Is.Empty);

    [TestCaseSource(nameof(Projects))]
    public void A_project_references_only_what_its_arrows_allow(string project) =>
        Assert.That(Items(project, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))), Is.SubsetOf(Arrows[project]));

    [Test]
    public void The_engine_knows_no_task_and_no_local_time()
    {
        var used = typeof(CaseDecider).Assembly.GetTypes()
            .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(m => m switch
            {
                MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
                PropertyInfo property => [property.PropertyType],
                FieldInfo field => [field.FieldType],
                _ => [],
            });
        Assert.That(used.Where(t => t == typeof(DateTime) || typeof(Task).IsAssignableFrom(t)).Select(t => t.Name), Is.Empty);
    }

    private static IEnumerable<string> Projects() => Arrows.Keys;

    private static IEnumerable<XElement> Items(string project, string kind)
    {
        var folder = Path.Combine(Repository.Definitions, "..", project);
        return XDocument.Load(Directory.EnumerateFiles(folder, "*.csproj").Single()).Descendants(kind);
    }
}
