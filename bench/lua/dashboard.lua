-- The requests that the original's page makes for one dashboard, one after the other: the signal, then the four figures.
-- The category comes from the environment.
local category = os.getenv("CATEGORY")
local requests = {}
local n = 0

local function callback(output, property, input, inputProperty)
  return string.format('{"output":"%s.%s","outputs":{"id":"%s","property":"%s"},"inputs":[{"id":"%s","property":"%s",'
    .. '"value":"%s"}],"changedPropIds":["%s.%s"]}', output, property, output, property, input, inputProperty, category,
    input, inputProperty)
end

function init()
  local bodies = { callback("signal", "children", "dropdown", "value") }
  for graph = 1, 4 do
    bodies[graph + 1] = callback("graph-" .. graph, "figure", "signal", "children")
  end
  for i, body in ipairs(bodies) do
    requests[i] = wrk.format("POST", "/_dash-update-component", { ["Content-Type"] = "application/json" }, body)
  end
end

function request()
  n = n % 5 + 1
  return requests[n]
end
