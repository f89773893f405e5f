namespace Workflow.Definitions.Lint.Rules;

/// <summary>A policy of one city or one kind of item, switched on where it holds. It only ever warns.</summary>
public enum LintProfile
{
    /// <summary>四个环节三个工作日: at most four internal steps and three working days for them (<c>four-steps-three-days</c>).</summary>
    FourStepsThreeDays,

    /// <summary>五个必经程序 of a major decision (<c>five-procedures</c>).</summary>
    FiveProcedures,
}

/// <summary>Names of the profiles, as a designer types them.</summary>
public static class LintProfiles
{
    /// <summary>Every profile by name, in the order of names.</summary>
    public static IReadOnlyDictionary<string, LintProfile> ByName { get; } =
        new SortedDictionary<string, LintProfile>(StringComparer.Ordinal)
        {
            ["five-procedures"] = LintProfile.FiveProcedures,
            ["four-steps-three-days"] = LintProfile.FourStepsThreeDays,
        };
}
