using YamlDotNet.Serialization;

namespace Workflow.Definitions.Syntax;

/// <summary>Reads the files that are built into this library; whoever wrote them is no stranger, and a fault in them is a bug.</summary>
internal static class ShippedYaml
{
    internal static T Read<T>(string name)
    {
        using var reader = Open(name);
        return new DeserializerBuilder().Build().Deserialize<T>(reader);
    }

    internal static StreamReader Open(string name) => new(typeof(ShippedYaml).Assembly.GetManifestResourceStream(name)!);
}
