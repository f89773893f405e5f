using System.Reflection;
using System.Xml.Linq;
using Workflow.Definitions.Reading;
using Workflow.Engine.Deciding;
using Workflow.Host.Opening;
using Workflow.Mining.Logs;
using Workflow.Storage.Databases;

namespace Workflow.Tests.Guarantees;

public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["engine/Workflow.Engine"] = [],
        ["engine/Workflow.Definitions"] = ["Workflow.Engine"],
        ["engine/Workflow.Mining"] = ["Workflow.Definitions", "Workflow.Engine"],
        ["engine/Workflow.Storage"] = ["Workflow.Engine"],
        ["host"] = ["Workflow.Definitions", "Workflow.Engine", "Workflow.Mining", "Workflow.Storage"],
    };

    private static readonly Dictionary<string, Assembly> Compiled = new()
    {
        ["engine/Workflow.Engine"] = typeof(CaseDecider).Assembly,
        ["engine/Workflow.Definitions"] = typeof(DefinitionLibrary).Assembly,
        ["engine/Workflow.Mining"] = typeof(XesReader).Assembly,
        ["engine/Workflow.Storage"] = typeof(Database).Assembly,
        ["host"] = typeof(Workplace).Assembly,
    };

    // Names that two types may share, each with its reason. There is none.
    private static readonly string[] SharedNames = [];

    [Test]
    public void The_engine_references_only_the_base_library() =>
        Assert.That(typeof(CaseDecider).Assembly.GetReferencedAssemblies().Select(a => a.Name), Is.All.StartsWith("System."));

    [Test]
    public void The_engine_has_no_package_but_build_time_ones() =>
        Assert.That(
            Items("engine/Workflow.Engine", "PackageReference")
                .Where(p => p.Attribute("PrivateAssets")?.Value.ToLowerInvariant() != "all")
                .Select(p => p.ToString()),
            Is.Empty
        );

    [TestCaseSource(nameof(Projects))]
    public void A_project_references_only_what_its_arrows_allow(string project) =>
        Assert.That(
            Items(project, "ProjectReference")
                .Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'))
                .Select(Path.GetFileNameWithoutExtension),
            Is.SubsetOf(Arrows[project])
        );

    [TestCaseSource(nameof(Projects))]
    public void Compiled_it_uses_no_other_project_either(string project) =>
        Assert.That(
            Compiled[project]
                .GetReferencedAssemblies()
                .Select(a => a.Name!)
                .Where(name => name.StartsWith("Workflow.", StringComparison.Ordinal)),
            Is.SubsetOf(Arrows[project])
        );

    [TestCaseSource(nameof(Projects))]
    public void The_readme_of_a_project_lists_its_folders(string project) =>
        Assert.That(LayerFaults.OfFolders(Layers.Of(project), new FolderArrows(Types(project))), Is.Empty);

    [TestCaseSource(nameof(Projects))]
    public void A_folder_uses_only_folders_below_it(string project) =>
        Assert.That(LayerFaults.OfArrows(Layers.Of(project), new FolderArrows(Types(project)).All), Is.Empty);

    [TestCaseSource(nameof(Projects))]
    public void A_file_names_only_folders_below_its_own(string project) =>
        Assert.That(LayerFaults.OfArrows(Layers.Of(project), UsingArrows.Of(project, Namespace(project))), Is.Empty);

    /// <summary>Below a row that holds all of a folder, its own table says what each folder in it uses, and no more and no less is so.</summary>
    [Test]
    public void The_folders_of_one_layer_use_one_another_as_its_table_says() =>
        Assert.That(
            new FolderArrows(Types("engine/Workflow.Engine")).Within("Deciding").Select(a => $"{a.From} uses {a.To}"),
            Is.EquivalentTo(InnerArrows.Of("engine/Workflow.Engine", "deciding").Select(a => $"{a.From} uses {a.To}"))
        );

    [Test]
    public void A_name_of_a_type_stands_once_in_all_projects() =>
        Assert.That(
            string.Join(
                '\n',
                Projects()
                    .SelectMany(p => Types(p).WithNested)
                    .GroupBy(WrittenTypes.NameOf)
                    .Where(same => same.Count() > 1 && !SharedNames.Contains(same.Key))
                    .Select(same => $"{same.Key}: {string.Join(", ", same.Select(t => t.FullName))}")
            ),
            Is.Empty
        );

    [Test]
    public void The_engine_knows_no_task_and_no_local_time()
    {
        var used = typeof(CaseDecider).Assembly.GetTypes().SelectMany(t => t.GetMembers(Everything)).SelectMany(Shown);
        Assert.That(used.Where(t => t == typeof(DateTime) || typeof(Task).IsAssignableFrom(t)).Select(t => t.Name), Is.Empty);
    }

    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> Shown(MemberInfo member) =>
        member switch
        {
            MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
            PropertyInfo property => [property.PropertyType],
            FieldInfo field => [field.FieldType],
            _ => [],
        };

    private static IEnumerable<string> Projects() => Arrows.Keys;

    private static WrittenTypes Types(string project) =>
        WrittenTypes.Of(Compiled[project], Path.GetFileNameWithoutExtension(ProjectFile(project)));

    private static string Namespace(string project) => project == "host" ? "Workflow.Host" : Path.GetFileName(project);

    private static IEnumerable<XElement> Items(string project, string kind) => XDocument.Load(ProjectFile(project)).Descendants(kind);

    private static string ProjectFile(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.csproj").Single();
}
